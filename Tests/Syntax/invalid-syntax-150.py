elseif a: pass
