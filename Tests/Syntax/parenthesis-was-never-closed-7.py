if x:
  foo(
bar = 1
