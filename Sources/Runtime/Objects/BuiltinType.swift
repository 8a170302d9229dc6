/// The built-in types and exceptions, reached by number.
enum BuiltinType: UInt8, CaseIterable {
    case object, type, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range
    case slice, memoryview, noneType, notImplementedType, ellipsis, function, builtinFunctionOrMethod
    case methodDescriptor, wrapperDescriptor, classmethodDescriptor, methodWrapper, method, getsetDescriptor
    case memberDescriptor, property, classmethod, staticmethod, `super`, cell, code, frame, traceback, module
    case mappingproxy, generator, coroutine, asyncGenerator, coroutineWrapper, asyncGeneratorAsend
    case asyncGeneratorAthrow, asyncGeneratorWrapped, listIterator, listReverseiterator, tupleIterator, strIterator
    case strAsciiIterator, bytesIterator, bytearrayIterator, memoryIterator, rangeIterator, longrangeIterator,
        setIterator, dictKeys
    case dictValues, dictItems, dictKeyiterator, dictValueiterator, dictItemiterator, dictReversekeyiterator
    case dictReversevalueiterator, dictReverseitemiterator, iterator, callableIterator, enumerate, zip, map, filter
    case reversed, anextAwaitable, weakref, weakproxy, callableproxy, typeVar, paramSpec, typeVarTuple, typeAliasType,
        generic
    case genericAlias, union, simpleNamespace, ioBase, textIOBase, textIOWrapper, future, task, eventLoop, handle,
        timerHandle
    case futureIterator, sleep, gatheringFuture, box, baseException, exception, baseExceptionGroup, exceptionGroup
    case generatorExit, keyboardInterrupt, systemExit, arithmeticError, floatingPointError, overflowError
    case zeroDivisionError, assertionError, attributeError, bufferError, eOFError, importError, moduleNotFoundError
    case lookupError, indexError, keyError, memoryError, nameError, unboundLocalError, osError, blockingIOError
    case childProcessError, connectionError, brokenPipeError, connectionAbortedError, connectionRefusedError
    case connectionResetError, fileExistsError, fileNotFoundError, interruptedError, isADirectoryError
    case notADirectoryError, permissionError, processLookupError, timeoutError, referenceError, runtimeError
    case notImplementedError, pythonFinalizationError, recursionError, stopAsyncIteration, stopIteration
    case syntaxError, indentationError, tabError, systemError, typeError, valueError, unicodeError
    case unicodeDecodeError, unicodeEncodeError, unicodeTranslateError, warning, bytesWarning, deprecationWarning
    case encodingWarning, futureWarning, importWarning, pendingDeprecationWarning, resourceWarning, runtimeWarning
    case syntaxWarning, unicodeWarning, userWarning, cancelledError, invalidStateError

    /// The names that programs see, in the order of the cases. CPython writes some with a hyphen; see `programName`.
    static let names: [StaticString] = [
        "object", "type", "int", "bool", "float", "complex", "str", "bytes", "bytearray", "list", "tuple", "dict",
        "set", "frozenset", "range", "slice", "memoryview", "NoneType", "NotImplementedType", "ellipsis",
        "function", "builtin_function_or_method", "method_descriptor", "wrapper_descriptor",
        "classmethod_descriptor", "method_wrapper", "method", "getset_descriptor", "member_descriptor", "property",
        "classmethod", "staticmethod", "super", "cell", "code", "frame", "traceback", "module", "mappingproxy",
        "generator", "coroutine", "async_generator", "coroutine_wrapper", "async_generator_asend",
        "async_generator_athrow", "async_generator_wrapped", "list_iterator", "list_reverseiterator",
        "tuple_iterator", "str_iterator", "str_ascii_iterator", "bytes_iterator", "bytearray_iterator",
        "memory_iterator",
        "range_iterator", "longrange_iterator", "set_iterator", "dict_keys", "dict_values", "dict_items",
        "dict_keyiterator", "dict_valueiterator", "dict_itemiterator", "dict_reversekeyiterator",
        "dict_reversevalueiterator", "dict_reverseitemiterator", "iterator", "callable_iterator", "enumerate",
        "zip", "map", "filter", "reversed", "anext_awaitable", "weakref", "weakproxy", "callableproxy", "TypeVar",
        "ParamSpec",
        "TypeVarTuple", "TypeAliasType", "Generic", "GenericAlias", "Union", "SimpleNamespace", "_IOBase",
        "_TextIOBase",
        "TextIOWrapper",
        "Future", "Task", "EventLoop", "Handle", "TimerHandle", "FutureIterator", "Sleep", "GatheringFuture",
        "box", "BaseException", "Exception", "BaseExceptionGroup", "ExceptionGroup", "GeneratorExit",
        "KeyboardInterrupt", "SystemExit", "ArithmeticError", "FloatingPointError", "OverflowError",
        "ZeroDivisionError", "AssertionError", "AttributeError", "BufferError", "EOFError", "ImportError",
        "ModuleNotFoundError", "LookupError", "IndexError", "KeyError", "MemoryError", "NameError",
        "UnboundLocalError", "OSError", "BlockingIOError", "ChildProcessError", "ConnectionError",
        "BrokenPipeError", "ConnectionAbortedError", "ConnectionRefusedError", "ConnectionResetError",
        "FileExistsError", "FileNotFoundError", "InterruptedError", "IsADirectoryError", "NotADirectoryError",
        "PermissionError", "ProcessLookupError", "TimeoutError", "ReferenceError", "RuntimeError",
        "NotImplementedError", "PythonFinalizationError", "RecursionError", "StopAsyncIteration", "StopIteration",
        "SyntaxError", "IndentationError", "TabError", "SystemError", "TypeError", "ValueError", "UnicodeError",
        "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError", "Warning", "BytesWarning",
        "DeprecationWarning", "EncodingWarning", "FutureWarning", "ImportWarning", "PendingDeprecationWarning",
        "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UnicodeWarning", "UserWarning", "CancelledError",
        "InvalidStateError",
    ]

    /// The first and last exception class.
    static var firstException: BuiltinType { .baseException }
    static var lastException: BuiltinType { .invalidStateError }
}
