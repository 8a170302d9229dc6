x = f'😀 {a b}'
