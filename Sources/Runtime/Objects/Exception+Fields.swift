// Where the exception classes keep their own data among the eight fields of an exception.

/// `StopIteration`.
enum StopIterationField {
    static let value = 0
}
/// `SystemExit`.
enum SystemExitField {
    static let code = 0
}
/// `OSError`; `written` is that of BlockingIOError.
enum OSErrorField {
    static let number = 0
    static let text = 1
    static let filename = 2
    static let filename2 = 3
    static let written = 4
}
/// `ImportError`.
enum ImportErrorField {
    static let message = 0
    static let name = 1
    static let path = 2
    static let nameFrom = 3
}
/// `NameError`.
enum NameErrorField {
    static let name = 0
}
/// `AttributeError`.
enum AttributeErrorField {
    static let name = 0
    static let object = 1
}
/// `SyntaxError`.
enum SyntaxErrorField {
    static let message = 0
    static let filename = 1
    static let line = 2
    static let offset = 3
    static let text = 4
    static let endLine = 5
    static let endOffset = 6
    static let printFileAndLine = 7
}
/// `UnicodeDecodeError` and its kin.
enum UnicodeErrorField {
    static let encoding = 0
    static let object = 1
    static let start = 2
    static let end = 3
    static let reason = 4
}
/// `BaseExceptionGroup`.
enum ExceptionGroupField {
    static let message = 0
    static let exceptions = 1
}

/// The built-in family an exception class belongs to, which decides its fields.
enum ExceptionFamily {
    case plain, stopIteration, systemExit, osError, importError, nameError, attributeError, syntaxError, unicodeDecode
    case unicodeEncode, unicodeTranslate, keyError, group
}

extension TypeRef {
    /// The family of an exception class, by the nearest built-in ancestor.
    func exceptionFamily(_ m: Machine) -> ExceptionFamily {
        var type = self
        while type.isHeapType {
            guard type.pointer.pointee.base.isKind(.type) else { return .plain }
            type = TypeRef(type.pointer.pointee.base)
        }
        guard let builtin = BuiltinType(rawValue: type.pointer.pointee.builtinIndex) else { return .plain }
        switch builtin {
        case .stopIteration: return .stopIteration
        case .systemExit: return .systemExit
        case .importError, .moduleNotFoundError: return .importError
        case .nameError, .unboundLocalError: return .nameError
        case .attributeError: return .attributeError
        case .syntaxError, .indentationError, .tabError: return .syntaxError
        case .unicodeDecodeError: return .unicodeDecode
        case .unicodeEncodeError: return .unicodeEncode
        case .unicodeTranslateError: return .unicodeTranslate
        case .keyError: return .keyError
        case .baseExceptionGroup, .exceptionGroup: return .group
        case .osError, .blockingIOError, .childProcessError, .connectionError, .brokenPipeError,
            .connectionAbortedError, .connectionRefusedError, .connectionResetError, .fileExistsError,
            .fileNotFoundError, .interruptedError, .isADirectoryError, .notADirectoryError, .permissionError,
            .processLookupError, .timeoutError:
            return .osError
        default: return .plain
        }
    }
}
