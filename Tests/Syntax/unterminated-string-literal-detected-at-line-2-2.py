a b
'abc
