for (a, f()) in b: pass
