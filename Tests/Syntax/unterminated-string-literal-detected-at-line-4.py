x = (
a b ,

'a
