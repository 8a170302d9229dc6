except
