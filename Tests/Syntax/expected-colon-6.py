if a
 pass
