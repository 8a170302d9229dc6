a = [b for b in c if (yield)]
