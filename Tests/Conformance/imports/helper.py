"""A module beside the scripts."""
print("helper loads", __name__)
value = 10
_private = "hidden"


def bump():
    global value
    value += 1
    return value


class Thing:
    def __repr__(self):
        return f"Thing from {__name__}"
