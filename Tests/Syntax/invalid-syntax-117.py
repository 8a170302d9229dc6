ünïcode = 'ß' 'b' c
