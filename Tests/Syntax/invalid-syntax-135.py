import a.1
