


(a b)
