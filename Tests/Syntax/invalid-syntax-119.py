@property
x = 5
