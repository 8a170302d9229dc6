a b
'
