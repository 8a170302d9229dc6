if x: y = 
