print("a begins")
import circular_b

name = "a"
print("a ends")


def finish():
    return circular_b.describe()
