/// The module `_io`, and the making of its types.
enum IOModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        m.makeIOTypes()
        module.doc("Streams: the part in Swift. See the module io.")
        let io = m.io
        for (name, type) in [
            ("_RawIOBase", io.rawIOBase), ("_BufferedIOBase", io.bufferedIOBase), ("FileIO", io.fileIO),
            ("BufferedReader", io.bufferedReader), ("BufferedWriter", io.bufferedWriter),
            ("BufferedRandom", io.bufferedRandom), ("BytesIO", io.bytesIO), ("StringIO", io.stringIO),
            ("IncrementalNewlineDecoder", io.newlineDecoder),
        ] as [(StaticString, TypeRef?)] {
            if let type { module.add(name, type.value) }
        }
        module.add(.ioBase)
        module.add(.textIOBase)
        module.add(.textIOWrapper)
        module.add("UnsupportedOperation", try m.unsupportedOperation().value)
        module.add("BlockingIOError", m.type(.blockingIOError).value)
        module.add("DEFAULT_BUFFER_SIZE", m.int(BufferedFile.defaultSize))
        module.add("open", m.dictGet(Dict(m.runtime.pointee.builtins), name: m.internStatic("open")))
        module.add([
            Native("open_code", .signature("path"), style: .function, openCode),
            Native("text_encoding", .positional(1, 2), style: .function, textEncoding),
        ])
    }

    /// `open_code(path)`: as `open(path, 'rb')`.
    private static func openCode(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try m.stringArgument(a[0], "open_code", named: "path")
        return try m.openFile(
            a[0], mode: "rb", buffering: -1, encoding: .none, errors: .none, newline: .none, closesDescriptor: true,
            opener: .none)
    }

    private static func textEncoding(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if !a[0].isNone { return a[0] }
        return m.string(Machine.localeEncoding)
    }
}

extension Machine {
    /// A type of `_io`, all of which are made when the first is needed.
    func ioType(_ path: KeyPath<IOState, TypeRef?>) -> TypeRef {
        makeIOTypes()
        return io[keyPath: path] ?? type(.object)
    }

    func makeIOTypes() {
        let io = self.io
        if io.fileIO != nil { return }
        let flags: TypeFlags = [.subclassable, .hasAttributes]
        func make(_ name: StaticString, _ base: TypeRef, kind: CellKind = .box) -> TypeRef {
            makeNativeType(name, module: "_io", kind: kind, base: base, flags: flags)
        }
        let raw = make("_RawIOBase", type(.ioBase), kind: .object)
        define(
            raw,
            methods: [
                Native("read", .positional(0, 1), IOBaseMethods.rawRead),
                Native("readall", .none, IOBaseMethods.rawReadAll),
                IOBaseMethods.missing("readinto"), IOBaseMethods.missing("write"),
            ])
        let buffered = make("_BufferedIOBase", type(.ioBase), kind: .object)
        define(buffered, methods: IOBaseMethods.buffered)
        let fileIO = make("FileIO", raw)
        define(fileIO, methods: FileIOMethods.methods, properties: FileIOMethods.properties)
        let reader = make("BufferedReader", buffered)
        defineIterator(
            reader, next: BufferedMethods.next, methods: BufferedMethods.readerMethods,
            properties: BufferedMethods.properties)
        let writer = make("BufferedWriter", buffered)
        define(writer, methods: BufferedMethods.writerMethods, properties: BufferedMethods.properties)
        let random = make("BufferedRandom", buffered)
        defineIterator(
            random, next: BufferedMethods.next, methods: BufferedMethods.randomMethods,
            properties: BufferedMethods.properties)
        let bytesIO = make("BytesIO", buffered)
        defineIterator(
            bytesIO, next: BytesIOMethods.next, methods: BytesIOMethods.methods,
            properties: BytesIOMethods.properties)
        let stringIO = make("StringIO", type(.textIOBase))
        defineIterator(
            stringIO, next: StringIOMethods.next, methods: StringIOMethods.methods,
            properties: StringIOMethods.properties)
        for iterator in [reader, random, stringIO] { setIter(iterator) }
        let decoder = makeNativeType(
            "IncrementalNewlineDecoder", module: "_io", kind: .record, recordSize: 5, base: .object)
        define(decoder, methods: NewlineDecoderMethods.methods, properties: NewlineDecoderMethods.properties)
        io.rawIOBase = raw
        io.bufferedIOBase = buffered
        io.bufferedReader = reader
        io.bufferedWriter = writer
        io.bufferedRandom = random
        io.bytesIO = bytesIO
        io.stringIO = stringIO
        io.newlineDecoder = decoder
        io.fileIO = fileIO
    }

    /// `iter()` of a closed stream is refused, as that of any stream.
    private func setIter(_ type: TypeRef) {
        define(type, methods: [Native("__iter__", .none, style: .slot, IOBaseMethods.iter)])
    }

    /// Gives `_IOBase`, `_TextIOBase` and `TextIOWrapper` their methods: what the standard streams need from the start.
    func installStreams() {
        defineIterator(
            .ioBase, next: IOBaseMethods.nextLine, methods: IOBaseMethods.base,
            properties: [
                NativeProperty("closed", get: IOBaseMethods.closed),
                NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.setDict),
            ])
        setIter(type(.ioBase))
        define(.textIOBase, methods: IOBaseMethods.text, properties: IOBaseMethods.textProperties)
        defineIterator(
            .textIOWrapper, next: TextFileMethods.next, methods: TextFileMethods.methods,
            properties: TextFileMethods.properties)
        setIter(type(.textIOWrapper))
    }
}
