a 'b'
