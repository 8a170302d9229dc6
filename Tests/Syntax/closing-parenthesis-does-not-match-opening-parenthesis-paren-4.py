a b
(]
