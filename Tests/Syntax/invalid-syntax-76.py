a b
f'a}}}'
