a if b:
