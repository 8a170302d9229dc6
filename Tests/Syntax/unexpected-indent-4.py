x

   y = 2
