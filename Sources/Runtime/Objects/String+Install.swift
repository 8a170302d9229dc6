extension Machine {
    /// Gives str, bytes and their iterators their methods.
    func installStrings() {
        installStringType()
        installBytesType()
    }

    private func installStringType() {
        define(
            .str,
            doc: """
                str(object='') -> str
                str(bytes_or_buffer[, encoding[, errors]]) -> str

                A text: of an object by its __str__, or decoded from bytes.
                """,
            methods: stringOperators + stringSearch + stringShape + stringProperties)
        let iteratorMethods = [
            Native("__length_hint__", .none, StringMethods.iteratorLengthHint),
            Native("__setstate__", .one, StringMethods.iteratorSetState),
        ]
        defineIterator(.strIterator, next: StringMethods.next, methods: iteratorMethods)
        defineIterator(.strAsciiIterator, next: StringMethods.next, methods: iteratorMethods)
    }

    private var stringOperators: [Native] {
        [
            Native("__new__", .any, style: .new, StringMethods.new),
            Native("__len__", .none, style: .slot, StringMethods.length),
            Native("__hash__", .none, style: .slot, StringMethods.hash),
            Native("__getitem__", .one, style: .slot, StringMethods.getItem),
            Native("__contains__", .one, style: .slot, StringMethods.contains),
            Native("__iter__", .none, style: .slot, StringMethods.iterator),
            Native("__add__", .one, style: .slot, StringMethods.add),
            Native("__mul__", .positional(1, 1), style: .slot, StringMethods.multiply),
            Native("__rmul__", .positional(1, 1), style: .slot, StringMethods.multiply),
            Native("__mod__", .one, style: .slot, StringMethods.modulo),
            Native("__rmod__", .one, style: .slot, StringMethods.reflectedModulo),
            Native("__eq__", .one, style: .slot, StringMethods.equal),
            Native("__ne__", .one, style: .slot, StringMethods.notEqual),
            Native("__lt__", .one, style: .slot, StringMethods.less),
            Native("__le__", .one, style: .slot, StringMethods.lessEqual),
            Native("__gt__", .one, style: .slot, StringMethods.greater),
            Native("__ge__", .one, style: .slot, StringMethods.greaterEqual),
            Native("__str__", .none, style: .slot, StringMethods.str),
            Native("__repr__", .none, style: .slot, StringMethods.repr),
            Native("__format__", .one, FormatMethods.string),
            Native("__sizeof__", .none, StringMethods.sizeof),
            Native("__getnewargs__", .none, StringMethods.getNewArguments),
        ]
    }

    private var stringSearch: [Native] {
        [
            Native("find", .positional(1, 3), StringMethods.find),
            Native("rfind", .positional(1, 3), StringMethods.rfind),
            Native("index", .positional(1, 3), StringMethods.index),
            Native("rindex", .positional(1, 3), StringMethods.rindex),
            Native("count", .positional(1, 3), StringMethods.count),
            Native("startswith", .positional(1, 3), StringMethods.startswith),
            Native("endswith", .positional(1, 3), StringMethods.endswith),
            Native("removeprefix", .one, StringMethods.removeprefix),
            Native("removesuffix", .one, StringMethods.removesuffix),
            Native("strip", .positional(0, 1), StringMethods.strip),
            Native("lstrip", .positional(0, 1), StringMethods.lstrip),
            Native("rstrip", .positional(0, 1), StringMethods.rstrip),
            Native("partition", .one, StringMethods.partition),
            Native("rpartition", .one, StringMethods.rpartition),
            Native("split", .signature("sep=None, maxsplit=-1"), StringMethods.split),
            Native("rsplit", .signature("sep=None, maxsplit=-1"), StringMethods.rsplit),
            Native("splitlines", .signature("keepends=False"), StringMethods.splitlines),
            Native("join", .one, StringMethods.join),
            Native("replace", .signature("old, new, /, count=-1"), StringMethods.replace),
        ]
    }

    private var stringShape: [Native] {
        [
            Native("lower", .none, StringMethods.lower),
            Native("upper", .none, StringMethods.upper),
            Native("casefold", .none, StringMethods.casefold),
            Native("swapcase", .none, StringMethods.swapcase),
            Native("capitalize", .none, StringMethods.capitalize),
            Native("title", .none, StringMethods.title),
            Native("ljust", .positional(1, 2), StringMethods.ljust),
            Native("rjust", .positional(1, 2), StringMethods.rjust),
            Native("center", .positional(1, 2), StringMethods.center),
            Native("zfill", .one, StringMethods.zfill),
            Native("expandtabs", .signature("tabsize=8"), StringMethods.expandtabs),
            Native("translate", .one, StringMethods.translate),
            Native("maketrans", .positional(1, 3), style: .staticMethod, StringMethods.maketrans),
            Native("encode", .signature("encoding='utf-8', errors='strict'"), StringMethods.encode),
            Native("format", .any, StringMethods.format),
            Native("format_map", .one, StringMethods.formatMap),
        ]
    }

    private var stringProperties: [Native] {
        [
            Native("isalpha", .none, StringMethods.isalpha),
            Native("isalnum", .none, StringMethods.isalnum),
            Native("isascii", .none, StringMethods.isascii),
            Native("isdecimal", .none, StringMethods.isdecimal),
            Native("isdigit", .none, StringMethods.isdigit),
            Native("isidentifier", .none, StringMethods.isidentifier),
            Native("islower", .none, StringMethods.islower),
            Native("isnumeric", .none, StringMethods.isnumeric),
            Native("isprintable", .none, StringMethods.isprintable),
            Native("isspace", .none, StringMethods.isspace),
            Native("istitle", .none, StringMethods.istitle),
            Native("isupper", .none, StringMethods.isupper),
        ]
    }
}
