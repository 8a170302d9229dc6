a = '''b
c
