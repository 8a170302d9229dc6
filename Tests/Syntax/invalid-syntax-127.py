match x, y:
    case 1 if: pass
