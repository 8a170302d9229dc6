if a: pass
else:
