with (a, b) as c, d
