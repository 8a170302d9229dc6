extension Machine {
    /// Gives bytearray and its iterator their methods; most are those of bytes.
    func installByteArrayType() {
        define(
            .bytearray, doc: "bytearray(iterable_of_ints) -> bytearray\n\nA row of bytes that can be changed.",
            methods: byteArrayOperators + byteArrayMethods + bytesMethods + bytesProperties)
        defineIterator(
            .bytearrayIterator, next: ByteArrayMethods.next,
            methods: [
                Native("__length_hint__", .none, ByteArrayMethods.iteratorLengthHint),
                Native("__reduce__", .none, BytesMethods.iteratorReduce),
                Native("__setstate__", .one, BytesMethods.iteratorSetState),
            ])
    }

    private var byteArrayOperators: [Native] {
        [
            Native("__new__", .any, style: .new, ByteArrayMethods.new),
            Native(
                "__init__", .signature("source=b'', encoding=None, errors=None"), style: .slot,
                ByteArrayMethods.initialize),
            Native("__len__", .none, style: .slot, BytesMethods.length),
            Native("__getitem__", .one, style: .slot, BytesMethods.getItem),
            Native("__setitem__", .positional(2, 2), style: .slot, ByteArrayMethods.setItem).takingBuffers(),
            Native("__delitem__", .one, style: .slot, ByteArrayMethods.deleteItem),
            Native("__contains__", .one, style: .slot, BytesMethods.contains).takingBuffers(),
            Native("__iter__", .none, style: .slot, ByteArrayMethods.iterator),
            Native("__add__", .one, style: .slot, BytesMethods.add).takingBuffers(isLenient: true),
            Native("__iadd__", .one, style: .slot, ByteArrayMethods.addInPlace).takingBuffers(isLenient: true),
            Native("__mul__", .positional(1, 1), style: .slot, BytesMethods.multiply),
            Native("__rmul__", .positional(1, 1), style: .slot, BytesMethods.multiply),
            Native("__imul__", .positional(1, 1), style: .slot, ByteArrayMethods.multiplyInPlace),
            Native("__mod__", .one, style: .slot, BytesMethods.modulo),
            Native("__rmod__", .one, style: .slot, BytesMethods.reflectedModulo),
            Native("__eq__", .one, style: .slot, BytesMethods.equal).takingBuffers(),
            Native("__ne__", .one, style: .slot, BytesMethods.notEqual).takingBuffers(),
            Native("__lt__", .one, style: .slot, BytesMethods.less).takingBuffers(),
            Native("__le__", .one, style: .slot, BytesMethods.lessEqual).takingBuffers(),
            Native("__gt__", .one, style: .slot, BytesMethods.greater).takingBuffers(),
            Native("__ge__", .one, style: .slot, BytesMethods.greaterEqual).takingBuffers(),
            Native("__str__", .none, style: .slot, BytesMethods.str),
            Native("__repr__", .none, style: .slot, ByteArrayMethods.repr),
            Native("__buffer__", .positional(1, 1), style: .slot, MemoryViewMethods.bufferOf),
            Native("__release_buffer__", .positional(1, 1), style: .slot, MemoryViewMethods.releaseBufferOf),
            Native("__sizeof__", .none, ByteArrayMethods.sizeof),
            Native("__alloc__", .none, ByteArrayMethods.allocated),
            Native("__reduce__", .none, ByteArrayMethods.reduce),
            Native("__reduce_ex__", .positional(0, 1), ByteArrayMethods.reduceWithProtocol),
        ]
    }

    private var byteArrayMethods: [Native] {
        [
            Native("append", .one, ByteArrayMethods.append),
            Native("extend", .one, ByteArrayMethods.extend).takingBuffers(),
            Native("insert", .positional(2, 2), ByteArrayMethods.insert),
            Native("pop", .positional(0, 1), ByteArrayMethods.pop),
            Native("remove", .one, ByteArrayMethods.remove),
            Native("clear", .none, ByteArrayMethods.clear),
            Native("reverse", .none, ByteArrayMethods.reverse),
            Native("copy", .none, ByteArrayMethods.copy),
        ]
    }
}
