print("shapes package loads")
names = ["square", "circle"]
