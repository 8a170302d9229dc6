extension Machine {
    /// A replacement field of an f-string: conversion (0 none, 1 `!s`, 2 `!r`, 3 `!a`), then `format` with the
    /// specification, which may be unbound.
    func formatValue(_ value: Value, conversion: Int, spec: Value) throws(Raise) -> Value {
        var converted = value
        switch conversion {
        case 1: converted = try str(value)
        case 2: converted = try repr(value)
        case 3: converted = try ascii(value)
        default: break
        }
        if spec.isUnbound {
            if isExactString(converted) { return converted }
            if converted.isSmallInt || converted.isDouble { return try str(converted) }
        }
        return try format(converted, spec: spec)
    }
}
