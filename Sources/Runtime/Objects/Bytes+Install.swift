extension Machine {
    /// Gives bytes and its iterator their methods.
    func installBytesType() {
        define(
            .bytes, doc: "bytes(iterable_of_ints) -> bytes\n\nA row of bytes that can't be changed.",
            methods: bytesOperators + bytesMethods + bytesProperties)
        defineIterator(
            .bytesIterator, next: BytesMethods.next,
            methods: [
                Native("__length_hint__", .none, BytesMethods.iteratorLengthHint),
                Native("__reduce__", .none, BytesMethods.iteratorReduce),
                Native("__setstate__", .one, BytesMethods.iteratorSetState),
            ])
        installByteArrayType()
        installMemoryViewType()
    }

    private var bytesOperators: [Native] {
        [
            Native("__new__", .signature("source=b'', encoding=None, errors=None"), style: .new, BytesMethods.new),
            Native("__len__", .none, style: .slot, BytesMethods.length),
            Native("__hash__", .none, style: .slot, BytesMethods.hash),
            Native("__getitem__", .one, style: .slot, BytesMethods.getItem),
            Native("__contains__", .one, style: .slot, BytesMethods.contains).takingBuffers(),
            Native("__iter__", .none, style: .slot, BytesMethods.iterator),
            Native("__add__", .one, style: .slot, BytesMethods.add).takingBuffers(isLenient: true),
            Native("__mul__", .positional(1, 1), style: .slot, BytesMethods.multiply),
            Native("__rmul__", .positional(1, 1), style: .slot, BytesMethods.multiply),
            Native("__mod__", .one, style: .slot, BytesMethods.modulo),
            Native("__rmod__", .one, style: .slot, BytesMethods.reflectedModulo),
            Native("__eq__", .one, style: .slot, BytesMethods.equal),
            Native("__ne__", .one, style: .slot, BytesMethods.notEqual),
            Native("__lt__", .one, style: .slot, BytesMethods.less),
            Native("__le__", .one, style: .slot, BytesMethods.lessEqual),
            Native("__gt__", .one, style: .slot, BytesMethods.greater),
            Native("__ge__", .one, style: .slot, BytesMethods.greaterEqual),
            Native("__str__", .none, style: .slot, BytesMethods.str),
            Native("__repr__", .none, style: .slot, BytesMethods.repr),
            Native("__bytes__", .none, BytesMethods.bytes),
            Native("__buffer__", .positional(1, 1), style: .slot, MemoryViewMethods.bufferOf),
            Native("__getnewargs__", .none, BytesMethods.getNewArguments),
            Native("__sizeof__", .none, BytesMethods.sizeof),
        ]
    }

    /// What bytes and bytearray share.
    var bytesMethods: [Native] {
        [
            Native("find", .positional(1, 3), BytesMethods.find).takingBuffers(),
            Native("rfind", .positional(1, 3), BytesMethods.rfind).takingBuffers(),
            Native("index", .positional(1, 3), BytesMethods.index).takingBuffers(),
            Native("rindex", .positional(1, 3), BytesMethods.rindex).takingBuffers(),
            Native("count", .positional(1, 3), BytesMethods.count).takingBuffers(),
            Native("startswith", .positional(1, 3), BytesMethods.startswith).takingBuffers(),
            Native("endswith", .positional(1, 3), BytesMethods.endswith).takingBuffers(),
            Native("removeprefix", .one, BytesMethods.removeprefix).takingBuffers(),
            Native("removesuffix", .one, BytesMethods.removesuffix).takingBuffers(),
            Native("strip", .positional(0, 1), BytesMethods.strip).takingBuffers(),
            Native("lstrip", .positional(0, 1), BytesMethods.lstrip).takingBuffers(),
            Native("rstrip", .positional(0, 1), BytesMethods.rstrip).takingBuffers(),
            Native("partition", .one, BytesMethods.partition).takingBuffers(),
            Native("rpartition", .one, BytesMethods.rpartition).takingBuffers(),
            Native("split", .signature("sep=None, maxsplit=-1"), BytesMethods.split).takingBuffers(),
            Native("rsplit", .signature("sep=None, maxsplit=-1"), BytesMethods.rsplit).takingBuffers(),
            Native("splitlines", .signature("keepends=False"), BytesMethods.splitlines),
            Native("join", .one, BytesMethods.join),
            Native("replace", .positional(2, 3), BytesMethods.replace).takingBuffers(),
            Native("ljust", .positional(1, 2), BytesMethods.ljust).takingBuffers(),
            Native("rjust", .positional(1, 2), BytesMethods.rjust).takingBuffers(),
            Native("center", .positional(1, 2), BytesMethods.center).takingBuffers(),
            Native("zfill", .one, BytesMethods.zfill),
            Native("expandtabs", .signature("tabsize=8"), BytesMethods.expandtabs),
            Native("translate", .signature("table, /, delete=b''"), BytesMethods.translate).takingBuffers(),
            Native("maketrans", .positional(2, 2), style: .staticMethod, BytesMethods.maketrans).takingBuffers(),
            Native("decode", .signature("encoding='utf-8', errors='strict'"), BytesMethods.decode),
            Native("hex", .signature("sep=None, bytes_per_sep=1"), BytesMethods.hex),
            Native("fromhex", .one, style: .classMethod, BytesMethods.fromhex),
        ]
    }

    var bytesProperties: [Native] {
        [
            Native("lower", .none, BytesMethods.lower),
            Native("upper", .none, BytesMethods.upper),
            Native("swapcase", .none, BytesMethods.swapcase),
            Native("capitalize", .none, BytesMethods.capitalize),
            Native("title", .none, BytesMethods.title),
            Native("isalpha", .none, BytesMethods.isalpha),
            Native("isalnum", .none, BytesMethods.isalnum),
            Native("isascii", .none, BytesMethods.isascii),
            Native("isdigit", .none, BytesMethods.isdigit),
            Native("islower", .none, BytesMethods.islower),
            Native("isspace", .none, BytesMethods.isspace),
            Native("istitle", .none, BytesMethods.istitle),
            Native("isupper", .none, BytesMethods.isupper),
        ]
    }
}
