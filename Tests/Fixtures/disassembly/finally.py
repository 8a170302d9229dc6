def read(path):
    file = open(path)
    try:
        return [line.strip() for line in file if line]
    finally:
        file.close()
