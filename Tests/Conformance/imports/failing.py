print("failing begins")
1 / 0
