/// The signatures of special methods, which follow from their names.
extension Machine {
    /// `__text_signature__` of a special method of a built-in type; nil for other methods.
    func specialSignature(_ name: String) -> String? {
        guard name.hasPrefix("__"), name.hasSuffix("__"), name.count > 4 else { return nil }
        switch name.dropFirst(2).dropLast(2) {
        case "init", "call": return "($self, /, *args, **kwargs)"
        case "new": return "(*args, **kwargs)"
        case "init_subclass": return "($type, /)"
        case "subclasshook", "class_getitem": return "($type, object, /)"
        case "getattribute", "delattr": return "($self, name, /)"
        case "setattr": return "($self, name, value, /)"
        case "getitem", "delitem", "contains": return "($self, key, /)"
        case "setitem": return "($self, key, value, /)"
        case "format": return "($self, format_spec, /)"
        case "reduce_ex": return "($self, protocol, /)"
        case "pow", "rpow": return "($self, value, mod=None, /)"
        case "get": return "($self, instance, owner=None, /)"
        case "set": return "($self, instance, value, /)"
        case "delete": return "($self, instance, /)"
        case "eq", "ne", "lt", "le", "gt", "ge", "add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv",
            "floordiv", "rfloordiv", "mod", "rmod", "divmod", "rdivmod", "and", "rand", "or", "ror", "xor", "rxor",
            "lshift", "rlshift", "rshift", "rrshift", "matmul", "rmatmul", "iadd", "isub", "imul", "iand", "ior",
            "ixor":
            return "($self, value, /)"
        default: return nil
        }
    }
}
