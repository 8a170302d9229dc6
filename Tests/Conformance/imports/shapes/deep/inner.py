from .. import names as up
from ..square import area


def where():
    return __name__, __package__, area(2)
