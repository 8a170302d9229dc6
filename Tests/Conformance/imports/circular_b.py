print("b begins")
import circular_a

print("b sees name:", hasattr(circular_a, "name"))
try:
    from circular_a import name
except ImportError as e:
    print(str(e).split(" (")[0], "(most likely" in str(e))


def describe():
    return "b with " + circular_a.name
