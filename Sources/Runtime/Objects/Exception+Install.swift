extension Machine {
    /// Methods and attributes of the exception classes.
    func installExceptions() {
        installBaseException()
        installExceptionConstructors()
        define(.stopIteration, properties: [Machine.field("value", StopIterationField.value)])
        define(.systemExit, properties: [Machine.field("code", SystemExitField.code)])
        define(
            .importError,
            properties: [
                Machine.field("msg", ImportErrorField.message), Machine.field("name", ImportErrorField.name),
                Machine.field("path", ImportErrorField.path), Machine.field("name_from", ImportErrorField.nameFrom),
            ])
        define(.nameError, properties: [Machine.field("name", NameErrorField.name)])
        define(
            .attributeError,
            properties: [
                Machine.field("name", AttributeErrorField.name), Machine.field("obj", AttributeErrorField.object),
            ])
        define(
            .osError,
            properties: [
                Machine.field("errno", OSErrorField.number), Machine.field("strerror", OSErrorField.text),
                Machine.field("filename", OSErrorField.filename), Machine.field("filename2", OSErrorField.filename2),
                ExceptionAttributes.charactersWritten,
            ])
        define(
            .syntaxError,
            properties: [
                Machine.field("msg", SyntaxErrorField.message), Machine.field("filename", SyntaxErrorField.filename),
                Machine.field("lineno", SyntaxErrorField.line), Machine.field("offset", SyntaxErrorField.offset),
                Machine.field("text", SyntaxErrorField.text), Machine.field("end_lineno", SyntaxErrorField.endLine),
                Machine.field("end_offset", SyntaxErrorField.endOffset),
                Machine.field("print_file_and_line", SyntaxErrorField.printFileAndLine),
            ])
        installUnicodeErrors()
        installExceptionGroups()
        installTraceback()
        installOwnConstructors()
    }

    /// The classes that have constructors of their own, though they do what BaseException's do: a class with more than
    /// one base finds those of the first.
    private func installOwnConstructors() {
        let plain: [BuiltinType] = [
            .exception, .generatorExit, .keyboardInterrupt, .arithmeticError, .floatingPointError, .overflowError,
            .zeroDivisionError, .assertionError, .bufferError, .eOFError, .lookupError, .indexError, .memoryError,
            .referenceError, .runtimeError, .notImplementedError, .pythonFinalizationError, .recursionError,
            .stopAsyncIteration, .systemError, .typeError, .valueError, .unicodeError, .warning, .bytesWarning,
            .deprecationWarning, .encodingWarning, .futureWarning, .importWarning, .pendingDeprecationWarning,
            .resourceWarning, .runtimeWarning, .syntaxWarning, .unicodeWarning, .userWarning,
        ]
        for type in plain {
            define(
                type,
                methods: [
                    Native("__new__", .any, style: .new, ExceptionMethods.new),
                    Native("__init__", .any, style: .slot, ExceptionMethods.initialize),
                ])
        }
        define(.keyError, methods: [Native("__init__", .any, style: .slot, ExceptionMethods.initialize)])
        let ofOSError: [BuiltinType] = [
            .blockingIOError, .childProcessError, .connectionError, .brokenPipeError, .connectionAbortedError,
            .connectionRefusedError, .connectionResetError, .fileExistsError, .fileNotFoundError, .interruptedError,
            .isADirectoryError, .notADirectoryError, .permissionError, .processLookupError, .timeoutError,
        ]
        for type in ofOSError {
            define(type, methods: [Native("__init__", .any, style: .slot, OSErrorMethods.initialize)])
        }
        for type in [BuiltinType.indentationError, .tabError] {
            define(type, methods: [Native("__init__", .any, style: .slot, ExceptionMethods.initializeSyntaxError)])
        }
        define(
            .moduleNotFoundError,
            methods: [Native("__init__", .any, style: .slot, ExceptionMethods.initializeImportError)])
        define(
            .unboundLocalError,
            methods: [Native("__init__", .any, style: .slot, ExceptionMethods.initializeNameError)])
        for type in [BuiltinType.nameError, .attributeError] {
            define(type, methods: [Native("__str__", .none, style: .slot, ExceptionText.str)])
        }
        define(.attributeError, methods: [Native("__getstate__", .none, ExceptionAttributes.attributeErrorState)])
        for type in [BuiltinType.importError, .osError, .attributeError] {
            define(type, methods: [Native("__reduce__", .none, ExceptionAttributes.reduce)])
        }
        for type in [BuiltinType.unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError] {
            define(type, methods: [Native("__new__", .any, style: .new, ExceptionMethods.new)])
        }
    }

    /// A field of an exception as an attribute: None while it is not set.
    static func field(_ name: StaticString, _ number: Int) -> NativeProperty {
        NativeProperty(
            name, isMember: true,
            get: { (_: Machine, object: Value) throws(Raise) -> Value in
                let value = Exception(object).fields[number]
                return value.isUnbound ? .none : value
            },
            set: { (_: Machine, object: Value, value: Value) throws(Raise) in
                Exception(object).fields[number] = value
            })
    }

    private func installExceptionConstructors() {
        for type in [BuiltinType.stopIteration, .systemExit] {
            define(type, methods: [Native("__init__", .any, style: .slot, ExceptionMethods.initializeWithValue)])
        }
        define(
            .keyError, methods: [Native("__str__", .none, style: .slot, ExceptionText.keyError)])
        define(
            .importError,
            methods: [
                Native("__init__", .any, style: .slot, ExceptionMethods.initializeImportError),
                Native("__str__", .none, style: .slot, ExceptionText.importError),
            ])
        define(.nameError, methods: [Native("__init__", .any, style: .slot, ExceptionMethods.initializeNameError)])
        define(
            .attributeError,
            methods: [Native("__init__", .any, style: .slot, ExceptionMethods.initializeAttributeError)])
        define(
            .syntaxError,
            methods: [
                Native("__init__", .any, style: .slot, ExceptionMethods.initializeSyntaxError),
                Native("__str__", .none, style: .slot, ExceptionText.syntaxError),
            ])
        define(
            .osError,
            methods: [
                Native("__new__", .any, style: .new, OSErrorMethods.new),
                Native("__init__", .any, style: .slot, OSErrorMethods.initialize),
                Native("__str__", .none, style: .slot, ExceptionText.osError),
            ])
    }

    private func installBaseException() {
        define(
            .baseException,
            methods: [
                Native("__new__", .any, style: .new, ExceptionMethods.new),
                Native("__init__", .any, style: .slot, ExceptionMethods.initialize),
                Native("__repr__", .none, style: .slot, ExceptionText.repr),
                Native("__str__", .none, style: .slot, ExceptionText.str),
                Native("with_traceback", .one, ExceptionAttributes.withTraceback),
                Native("add_note", .one, ExceptionAttributes.addNote),
                Native("__setstate__", .one, ExceptionAttributes.setState),
                Native("__reduce__", .none, ExceptionAttributes.reduce),
            ],
            properties: [
                NativeProperty(
                    "__suppress_context__", isMember: true, get: ExceptionAttributes.suppressContext,
                    set: ExceptionAttributes.setSuppressContext),
                NativeProperty("__dict__", get: ObjectAttributes.dict, set: ObjectAttributes.setDict),
                NativeProperty("args", get: ExceptionAttributes.args, set: ExceptionAttributes.setArgs),
                NativeProperty(
                    "__traceback__", get: ExceptionAttributes.traceback, set: ExceptionAttributes.setTraceback),
                NativeProperty("__context__", get: ExceptionAttributes.context, set: ExceptionAttributes.setContext),
                NativeProperty("__cause__", get: ExceptionAttributes.cause, set: ExceptionAttributes.setCause),
            ])
    }
}

/// Attributes and methods of BaseException.
enum ExceptionAttributes {
    static func withTraceback(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try setTraceback(m, a[0], a[1])
        return a[0]
    }

    static func addNote(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isString(a[1]) else { throw m.raise(.typeError, "note must be a str, not '\(m.typeName(a[1]))'") }
        let notes = try m.getAttributeIfPresent(a[0], .__notes__)
        if notes.isUnbound {
            let list = m.list()
            list.append(m, a[1])
            try m.setAttribute(a[0], .__notes__, list.value)
        } else if notes.isKind(.list) {
            List(notes).append(m, a[1])
        } else {
            throw m.raise(.typeError, "Cannot add note: __notes__ is not a list")
        }
        return .none
    }

    static func setState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a[1].isNone { return .none }
        guard a[1].isKind(.dict) else { throw m.raise(.typeError, "state is not a dictionary") }
        for entry in Dict(a[1]).entries { try m.setAttribute(a[0], entry.key, entry.value) }
        return .none
    }

    static func reduce(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let exception = Exception(a[0])
        let type = m.typeOf(a[0]).value
        var hasOwn = false
        m.forEachOwnAttribute(a[0].cell) { _, _ in hasOwn = true }
        var args = exception.args.value
        var state = hasOwn ? try m.instanceDict(a[0]) : .unbound
        switch m.typeOf(a[0]).exceptionFamily(m) {
        case .osError: args = osErrorArguments(m, exception)
        case .importError: state = importErrorState(m, exception, state)
        case .attributeError: state = attributeErrorState(m, exception, state)
        default: break
        }
        return state.isBound ? m.tuple(type, args, state) : m.tuple(type, args)
    }

    /// The arguments that make an OSError anew; its file names are no longer among `args`.
    private static func osErrorArguments(_ m: Machine, _ exception: Exception) -> Value {
        let args = exception.args
        let filename = exception.fields[OSErrorField.filename]
        guard args.count == 2, filename.isBound, !filename.isNone else { return args.value }
        let second = exception.fields[OSErrorField.filename2]
        guard second.isBound, !second.isNone else { return m.tuple(args[0], args[1], filename) }
        let all = m.makeTuple(count: 5)
        for (index, value) in [args[0], args[1], filename, Value.none, second].enumerated() { all[index] = value }
        return all.value
    }

    /// The attributes of an ImportError, those of the instance, or unbound when there are none.
    private static func importErrorState(_ m: Machine, _ exception: Exception, _ own: Value) -> Value {
        let known: [(KnownName, Int)] = [
            (.name, ImportErrorField.name), (.path, ImportErrorField.path), (.name_from, ImportErrorField.nameFrom),
        ]
        let state = m.dict()
        if own.isKind(.dict) { m.dictCopy(Dict(own), into: state) }
        for (name, field) in known {
            let value = exception.fields[field]
            if value.isBound, !value.isNone { m.dictSet(state, name, value) }
        }
        return state.count > 0 ? state.value : .unbound
    }

    /// The attributes of an AttributeError: its own, `args`, and `name` if it has one. The object is left out, as in
    /// CPython.
    private static func attributeErrorState(_ m: Machine, _ exception: Exception, _ own: Value) -> Value {
        let name = exception.fields[AttributeErrorField.name]
        let state = m.dict()
        if own.isKind(.dict) { m.dictCopy(Dict(own), into: state) }
        if name.isBound { m.dictSet(state, .name, name) }
        m.dictSet(state, .args, exception.args.value)
        return state.value
    }

    /// `AttributeError.__getstate__()`
    static func attributeErrorState(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let result = Tuple(try reduce(m, a))
        return result.count > 2 ? result[2] : .none
    }

    /// `OSError.characters_written`: an int, if it was given or set.
    static var charactersWritten: NativeProperty {
        NativeProperty(
            "characters_written",
            get: { (m: Machine, object: Value) throws(Raise) -> Value in
                let value = Exception(object).fields[OSErrorField.written]
                if value.isUnbound { throw m.raise(.attributeError, "characters_written") }
                return value
            },
            set: { (m: Machine, object: Value, value: Value) throws(Raise) in
                if value.isUnbound, Exception(object).fields[OSErrorField.written].isUnbound {
                    throw m.raise(.attributeError, "characters_written")
                }
                if value.isBound {
                    let number = try m.index(value)
                    guard let count = m.intValue(number) else {
                        let type = m.typeName(value)
                        throw m.raise(.valueError, "cannot fit '\(type)' into an index-sized integer")
                    }
                    // As in CPython, -1 is none.
                    Exception(object).fields[OSErrorField.written] = count == -1 ? .unbound : m.int(count)
                } else {
                    Exception(object).fields[OSErrorField.written] = .unbound
                }
            })
    }

    static func suppressContext(_ m: Machine, _ object: Value) throws(Raise) -> Value {
        Value(Exception(object).pointer.pointee.suppressContext)
    }

    static func setSuppressContext(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "can't delete numeric/char attribute") }
        guard value.isBool else { throw m.raise(.typeError, "attribute value type must be bool") }
        Exception(object).pointer.pointee.suppressContext = value.isTrue
    }

    static func args(_ m: Machine, _ object: Value) throws(Raise) -> Value { Exception(object).args.value }

    static func setArgs(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "args may not be deleted") }
        let tuple = try m.tupleFromIterable(value)
        Exception(object).pointer.pointee.args = tuple
    }

    static func traceback(_ m: Machine, _ object: Value) throws(Raise) -> Value {
        orNone(Exception(object).pointer.pointee.traceback)
    }

    static func setTraceback(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "__traceback__ may not be deleted") }
        guard value.isNone || m.typeOf(value) == m.type(.traceback) else {
            throw m.raise(.typeError, "__traceback__ must be a traceback or None")
        }
        Exception(object).pointer.pointee.traceback = value
    }

    static func context(_ m: Machine, _ object: Value) throws(Raise) -> Value {
        orNone(Exception(object).pointer.pointee.context)
    }

    static func setContext(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "__context__ may not be deleted") }
        guard value.isNone || value.isKind(.exception) else {
            throw m.raise(.typeError, "exception context must be None or derive from BaseException")
        }
        Exception(object).pointer.pointee.context = value
    }

    static func cause(_ m: Machine, _ object: Value) throws(Raise) -> Value {
        orNone(Exception(object).pointer.pointee.cause)
    }

    static func setCause(_ m: Machine, _ object: Value, _ value: Value) throws(Raise) {
        guard value.isBound else { throw m.raise(.typeError, "__cause__ may not be deleted") }
        guard value.isNone || value.isKind(.exception) else {
            throw m.raise(.typeError, "exception cause must be None or derive from BaseException")
        }
        Exception(object).pointer.pointee.cause = value
        Exception(object).pointer.pointee.suppressContext = true
    }

    private static func orNone(_ value: Value) -> Value { value.isUnbound ? .none : value }
}
