x or or y
