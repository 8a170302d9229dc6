a b
f'{a:{b:{c:{d}}}}'
