#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `__new__` and `__init__` of the exception classes.
enum ExceptionMethods {
    /// Copies arguments into the fields of the exception's family, as its `__init__` does, where no error is possible.
    static func fill(_ m: Machine, _ exception: Exception, _ args: Tuple) {
        let fields = exception.fields
        let type = m.typeOf(exception.value)
        switch type.exceptionFamily(m) {
        case .plain, .keyError, .group: break
        case .unicodeDecode, .unicodeEncode:
            for index in 0..<min(5, args.count) { fields[UnicodeErrorField.encoding + index] = args[index] }
        case .unicodeTranslate:
            for index in 0..<min(4, args.count) { fields[UnicodeErrorField.object + index] = args[index] }
        case .stopIteration: fields[StopIterationField.value] = args.count > 0 ? args[0] : .none
        case .systemExit:
            fields[SystemExitField.code] = args.count == 0 ? .none : args.count == 1 ? args[0] : args.value
        case .importError: fields[ImportErrorField.message] = args.count == 1 ? args[0] : .none
        case .nameError, .attributeError: break
        case .osError: OSErrorMethods.fill(m, exception, args)
        case .syntaxError: if args.count > 0 { fields[SyntaxErrorField.message] = args[0] }
        }
    }

    /// `BaseException.__new__(cls, *args, **keywords)`: keeps the arguments; keywords are `__init__`'s business.
    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        let exception = Exception(m.allocateInstance(of: type))
        let layout = exception.pointer
        layout.pointee.args = m.tuple(from: a.base + 1, count: a.count - 1)
        layout.pointee.traceback = .none
        layout.pointee.context = .none
        layout.pointee.cause = .none
        return exception.value
    }

    /// `BaseException.__init__(self, *args)`.
    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseKeywords(m, a)
        setArgs(m, a)
        return .none
    }

    static func setArgs(_ m: Machine, _ a: Arguments) {
        let exception = Exception(a[0])
        exception.pointer.pointee.args = m.tuple(from: a.base + 1, count: a.count - 1)
    }

    private static func refuseKeywords(_ m: Machine, _ a: Arguments) throws(Raise) {
        if a.keywordCount > 0 {
            throw m.raise(.typeError, "\(m.typeName(a[0]))() takes no keyword arguments")
        }
    }

    /// `__init__` of StopIteration and SystemExit.
    static func initializeWithValue(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        _ = try initialize(m, a)
        fill(m, Exception(a[0]), Exception(a[0]).args)
        return .none
    }

    /// Puts keyword arguments into fields. Raises TypeError for any other keyword.
    private static func takeKeywords(
        _ m: Machine, _ a: Arguments, _ typeName: StaticString, _ known: [(KnownName, Int)]
    ) throws(Raise) {
        let fields = Exception(a[0]).fields
        keywords: for index in 0..<a.keywordCount {
            let name = m.internedName(a.keywordName(index))
            for (keyword, field) in known where name == m.name(keyword) {
                fields[field] = a.keywordValue(index)
                continue keywords
            }
            throw m.unexpectedKeyword("\(typeName)", name, among: known.map { m.swiftString(m.name($0.0)) })
        }
    }

    static func initializeImportError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        setArgs(m, a)
        let fields = Exception(a[0]).fields
        for index in 0...ImportErrorField.nameFrom { fields[index] = .none }
        if a.count == 2 { fields[ImportErrorField.message] = a[1] }
        try takeKeywords(
            m, a, "ImportError",
            [(.name, ImportErrorField.name), (.path, ImportErrorField.path), (.name_from, ImportErrorField.nameFrom)])
        return .none
    }

    static func initializeNameError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        setArgs(m, a)
        try takeKeywords(m, a, "NameError", [(.name, NameErrorField.name)])
        return .none
    }

    static func initializeAttributeError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        setArgs(m, a)
        try takeKeywords(
            m, a, "AttributeError", [(.name, AttributeErrorField.name), (.obj, AttributeErrorField.object)])
        return .none
    }

    static func initializeSyntaxError(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        try refuseKeywords(m, a)
        setArgs(m, a)
        let exception = Exception(a[0])
        if a.count >= 2 { exception.fields[SyntaxErrorField.message] = a[1] }
        guard a.count == 3 else { return .none }
        let details = Tuple(try m.tupleFromIterable(a[2]))
        if details.count < 4 {
            throw m.raise(.typeError, "function takes at least 4 arguments (\(details.count) given)")
        }
        if details.count > 6 {
            throw m.raise(.typeError, "function takes at most 6 arguments (\(details.count) given)")
        }
        for index in 0..<6 {
            exception.fields[SyntaxErrorField.filename + index] = index < details.count ? details[index] : .none
        }
        if details.count == 5 { throw m.raise(.typeError, "end_offset must be provided when end_lineno is provided") }
        return .none
    }

    /// Raises TypeError for an argument that is not of the type wanted.
    static func require(
        _ m: Machine, _ condition: Bool, _ number: Int, _ type: StaticString, _ value: Value
    ) throws(Raise) {
        if !condition { throw m.raise(.typeError, "argument \(number) must be \(type), not \(m.shortTypeName(value))") }
    }
}

/// What is special about OSError: its arguments, and the subclasses for error numbers.
enum OSErrorMethods {
    /// The class for an error number (PEP 3151).
    static func subclass(forNumber number: Int) -> BuiltinType {
        switch Int32(truncatingIfNeeded: number) {
        case EAGAIN, EALREADY, EINPROGRESS, EWOULDBLOCK: .blockingIOError
        case ECHILD: .childProcessError
        case EPIPE, ESHUTDOWN: .brokenPipeError
        case ECONNABORTED: .connectionAbortedError
        case ECONNREFUSED: .connectionRefusedError
        case ECONNRESET: .connectionResetError
        case EEXIST: .fileExistsError
        case ENOENT: .fileNotFoundError
        case EINTR: .interruptedError
        case EISDIR: .isADirectoryError
        case ENOTDIR: .notADirectoryError
        case EACCES, EPERM: .permissionError
        case ESRCH: .processLookupError
        case ETIMEDOUT: .timeoutError
        default: .osError
        }
    }

    /// `OSError(errno, strerror[, filename[, winerror[, filename2]]])`.
    static func fill(_ m: Machine, _ exception: Exception, _ args: Tuple) {
        guard args.count >= 2, args.count <= 5 else { return }
        let fields = exception.fields
        fields[OSErrorField.number] = args[0]
        fields[OSErrorField.text] = args[1]
        guard args.count > 2, !args[2].isNone else { return }
        if m.typeOf(exception.value) == m.type(.blockingIOError), args.count == 3, m.isInt(args[2]) {
            fields[OSErrorField.written] = args[2]
            return
        }
        fields[OSErrorField.filename] = args[2]
        if args.count == 5, !args[4].isNone { fields[OSErrorField.filename2] = args[4] }
        exception.pointer.pointee.args = m.tuple(args[0], args[1])
    }

    static func new(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let type = TypeRef(a[0])
        var target = a
        if type == m.type(.osError), a.count >= 3, a.count <= 6, let number = m.intValue(a[1]) {
            let class_ = m.type(subclass(forNumber: number)).value
            // The arguments belong to the caller, who may still need the class it called.
            let old = a.base[0]
            a.base[0] = class_
            defer { a.base[0] = old }
            target = Arguments(base: a.base, count: a.count, keywords: .unbound)
            return try make(m, target)
        }
        return try make(m, target)
    }

    private static func make(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let value = try ExceptionMethods.new(m, a)
        fill(m, Exception(value), Exception(value).args)
        return value
    }

    static func initialize(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        if a.keywordCount > 0 { throw m.raise(.typeError, "\(m.typeName(a[0]))() takes no keyword arguments") }
        let exception = Exception(a[0])
        exception.pointer.pointee.args = m.tuple(from: a.base + 1, count: a.count - 1)
        fill(m, exception, exception.args)
        return .none
    }
}
