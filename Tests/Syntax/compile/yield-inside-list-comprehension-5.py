[(yield) for b in c]
