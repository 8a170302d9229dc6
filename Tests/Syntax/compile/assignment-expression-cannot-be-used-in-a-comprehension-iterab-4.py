[i+1 for i in [j for k in (j := range(5))]]
