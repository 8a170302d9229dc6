/// One row of the table of built-in types.
struct BuiltinTypeRow {
    var base: BuiltinType = .object
    var kind: CellKind = .record
    var flags: TypeFlags = []
    /// The module that `__module__` and the repr name, when it is not `builtins`.
    var module: StaticString = ""
    /// The name, when it is not the one in ``BuiltinType/names``.
    var name: StaticString = ""
    var recordSize = 0

    init(
        _ kind: CellKind, base: BuiltinType = .object, _ flags: TypeFlags = [], module: StaticString = "",
        name: StaticString = "", recordSize: Int = 0
    ) {
        self.kind = kind
        self.base = base
        self.flags = flags
        self.module = module
        self.name = name
        self.recordSize = recordSize
    }
}

extension BuiltinType {
    /// The name that programs see.
    var programName: StaticString {
        let name = row.name
        return name.utf8CodeUnitCount > 0 ? name : BuiltinType.names[Int(rawValue)]
    }

    /// Base, layout and properties of the type.
    var row: BuiltinTypeRow {
        switch self {
        case .object: .init(.object, .subclassable)
        case .type: .init(.type, [.subclassable, .metatype])
        case .int: .init(.int, .subclassable)
        case .bool: .init(.int, base: .int)
        case .float: .init(.float, .subclassable)
        case .complex: .init(.complex, .subclassable)
        case .str: .init(.string, .subclassable)
        case .bytes: .init(.bytes, .subclassable)
        case .bytearray: .init(.byteArray, .subclassable)
        case .list: .init(.list, [.subclassable, .matchesSequence])
        case .tuple: .init(.tuple, [.subclassable, .matchesSequence])
        case .dict: .init(.dict, [.subclassable, .matchesMapping])
        case .set, .frozenset: .init(.set, .subclassable)
        case .range: .init(.range, .matchesSequence)
        case .slice: .init(.record, recordSize: 3)
        case .memoryview: .init(.memoryView, .matchesSequence)
        case .noneType, .notImplementedType, .ellipsis: .init(.object)
        case .function: .init(.function, .descriptor)
        case .builtinFunctionOrMethod: .init(.nativeFunction, .disallowInstantiation)
        case .methodDescriptor, .wrapperDescriptor, .classmethodDescriptor:
            .init(.nativeFunction, [.descriptor, .disallowInstantiation])
        case .methodWrapper: .init(.boundMethod, .disallowInstantiation, name: "method-wrapper")
        case .method: .init(.boundMethod, .descriptor)
        case .getsetDescriptor: .init(.box, [.descriptor, .dataDescriptor, .disallowInstantiation])
        case .memberDescriptor: .init(.record, [.descriptor, .dataDescriptor, .disallowInstantiation], recordSize: 3)
        case .property: .init(.record, [.subclassable, .descriptor, .dataDescriptor], recordSize: 6)
        case .classmethod, .staticmethod: .init(.record, [.subclassable, .descriptor, .hasAttributes], recordSize: 2)
        case .super: .init(.record, [.subclassable, .descriptor, .customGetAttribute], recordSize: 3)
        case .cell: .init(.variableCell)
        case .code: .init(.code, .disallowInstantiation)
        case .frame: .init(.record, .disallowInstantiation, recordSize: 6)
        case .traceback: .init(.record, recordSize: 6)
        case .module: .init(.module, [.subclassable])
        case .mappingproxy: .init(.record, .matchesMapping, recordSize: 1)
        case .generator: .init(.generator, .disallowInstantiation)
        case .coroutine: .init(.generator, .disallowInstantiation)
        case .asyncGenerator: .init(.generator, .disallowInstantiation)
        case .coroutineWrapper, .asyncGeneratorAsend, .asyncGeneratorAthrow: .init(.record, .disallowInstantiation)
        case .asyncGeneratorWrapped: .init(.record, .disallowInstantiation, name: "async_generator_wrapped_value")
        case .listIterator: .init(.listIterator, .disallowInstantiation)
        case .rangeIterator: .init(.rangeIterator, .disallowInstantiation)
        case .listReverseiterator, .tupleIterator, .strIterator, .strAsciiIterator, .bytesIterator, .bytearrayIterator,
            .memoryIterator,
            .longrangeIterator, .setIterator, .dictKeys, .dictValues, .dictItems, .dictKeyiterator, .dictValueiterator,
            .dictItemiterator, .dictReversekeyiterator, .dictReversevalueiterator, .dictReverseitemiterator, .iterator,
            .callableIterator, .anextAwaitable:
            .init(.record, .disallowInstantiation)
        case .enumerate, .zip, .map, .filter, .reversed: .init(.record, .subclassable, recordSize: 4)
        case .weakref: .init(.weakReference, .subclassable, module: "weakref", name: "ReferenceType")
        case .weakproxy:
            .init(
                .weakReference, [.disallowInstantiation, .customGetAttribute, .customSetAttr], module: "weakref",
                name: "ProxyType")
        case .callableproxy:
            .init(
                .weakReference, [.disallowInstantiation, .customGetAttribute, .customSetAttr], module: "weakref",
                name: "CallableProxyType")
        case .typeVar, .paramSpec, .typeVarTuple: .init(.record, .hasAttributes, module: "typing", recordSize: 8)
        case .typeAliasType: .init(.record, module: "typing", recordSize: 8)
        case .generic: .init(.object, .subclassable, module: "typing")
        case .genericAlias:
            .init(.record, [.subclassable, .customGetAttribute], module: "types", recordSize: 4)
        case .union: .init(.record, .disallowInstantiation, module: "types", name: "UnionType", recordSize: 1)
        case .simpleNamespace: .init(.object, [.subclassable, .hasAttributes], module: "types")
        case .ioBase: .init(.object, [.subclassable, .hasAttributes], module: "_io")
        case .textIOBase: .init(.object, base: .ioBase, [.subclassable, .hasAttributes], module: "_io")
        case .textIOWrapper: .init(.box, base: .textIOBase, [.subclassable, .hasAttributes], module: "_io")
        case .future: .init(.future, .subclassable, module: "_asyncio")
        case .task: .init(.future, base: .future, .subclassable, module: "_asyncio")
        case .eventLoop:
            .init(
                .eventLoop, [.subclassable, .hasAttributes, .customSetAttr], module: "asyncio.unix_events",
                name: "_UnixSelectorEventLoop")
        case .handle: .init(.record, .subclassable, module: "asyncio.events", recordSize: 9)
        case .timerHandle: .init(.record, base: .handle, .subclassable, module: "asyncio.events", recordSize: 9)
        case .futureIterator: .init(.record, .disallowInstantiation, module: "_asyncio", name: "FutureIter")
        case .sleep: .init(.future, .disallowInstantiation, name: "coroutine")
        case .gatheringFuture: .init(.future, base: .future, module: "asyncio.tasks", name: "_GatheringFuture")
        case .box: .init(.box)
        case .baseException: .init(.exception, BuiltinType.exceptionFlags)
        case .cancelledError:
            .init(.exception, base: .baseException, BuiltinType.exceptionFlags, module: "asyncio.exceptions")
        case .invalidStateError:
            .init(.exception, base: .exception, BuiltinType.exceptionFlags, module: "asyncio.exceptions")
        default: .init(.exception, base: exceptionBase, BuiltinType.exceptionFlags)
        }
    }

    private static var exceptionFlags: TypeFlags { [.subclassable, .exception, .hasAttributes] }

    /// The base class of a built-in exception.
    private var exceptionBase: BuiltinType {
        switch self {
        case .exception, .baseExceptionGroup, .generatorExit, .keyboardInterrupt, .systemExit: .baseException
        case .exceptionGroup: .baseExceptionGroup
        case .floatingPointError, .overflowError, .zeroDivisionError: .arithmeticError
        case .moduleNotFoundError: .importError
        case .indexError, .keyError: .lookupError
        case .unboundLocalError: .nameError
        case .blockingIOError, .childProcessError, .connectionError, .fileExistsError, .fileNotFoundError,
            .interruptedError, .isADirectoryError, .notADirectoryError, .permissionError, .processLookupError,
            .timeoutError:
            .osError
        case .brokenPipeError, .connectionAbortedError, .connectionRefusedError, .connectionResetError:
            .connectionError
        case .notImplementedError, .pythonFinalizationError, .recursionError: .runtimeError
        case .indentationError: .syntaxError
        case .tabError: .indentationError
        case .unicodeError: .valueError
        case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: .unicodeError
        case .bytesWarning, .deprecationWarning, .encodingWarning, .futureWarning, .importWarning,
            .pendingDeprecationWarning, .resourceWarning, .runtimeWarning, .syntaxWarning, .unicodeWarning,
            .userWarning:
            .warning
        default: .exception
        }
    }
}

extension Machine {
    /// Fills the built-in types, whose cells exist already, with their bases and layouts; their namespaces come later.
    func createBuiltinTypes() {
        let metatype = type(.type).pointer
        for builtin in BuiltinType.allCases {
            let row = builtin.row
            type(builtin).pointer.initialize(
                to: TypeLayout(
                    header: CellHeader(type: metatype, kind: .type, mark: 0, flags: [], aux: 0), name: .none,
                    qualifiedName: .none, bases: .none, mro: .none, base: .unbound, dict: .none, pending: nil,
                    version: 0,
                    flags: row.flags.union(.immutable), instanceKind: row.kind, recordSize: row.recordSize, slotHint: 0,
                    rootShape: nil, dictionaryShape: nil, subclasses: nil, subclassCount: 0, subclassCapacity: 0,
                    nativeNext: nil, constructor: .unbound, constructorVersion: 0, builtinIndex: builtin.rawValue))
        }
        let pending = UnsafeMutablePointer<PendingNamespace>.allocate(capacity: BuiltinType.allCases.count)
        for builtin in BuiltinType.allCases {
            fillBuiltinType(builtin)
            deferNamespace(type(builtin), at: pending + Int(builtin.rawValue))
        }
    }

    /// The `__module__` of a built-in type.
    func builtinModuleName(_ type: TypeRef) -> Value {
        guard let builtin = BuiltinType(rawValue: type.pointer.pointee.builtinIndex) else { return name(.builtins) }
        let module = builtin.row.module
        return module.utf8CodeUnitCount > 0 ? internStatic(module) : name(.builtins)
    }

    private func fillBuiltinType(_ builtin: BuiltinType) {
        let type = self.type(builtin)
        let row = builtin.row
        type.pointer.pointee.name = internStatic(builtin.programName)
        type.pointer.pointee.qualifiedName = type.pointer.pointee.name
        if row.flags.contains(.hasAttributes) { makeShapes(type, members: 0) }
        if builtin == .object {
            type.pointer.pointee.bases = tuple()
            type.pointer.pointee.mro = tuple(type.value)
            return
        }
        let base = self.type(row.base)
        type.pointer.pointee.base = base.value
        if builtin == .exceptionGroup {
            let exception = self.type(.exception)
            type.pointer.pointee.bases = tuple(base.value, exception.value)
            type.pointer.pointee.mro = tuple(
                type.value, base.value, exception.value, self.type(.baseException).value, self.type(.object).value)
            addSubclass(exception, type)
        } else {
            type.pointer.pointee.bases = tuple(base.value)
            let above = base.mro
            let mro = makeTuple(count: above.count + 1)
            mro[0] = type.value
            for index in 0..<above.count { mro[index + 1] = above[index] }
            type.pointer.pointee.mro = mro.value
        }
        addSubclass(base, type)
    }

    /// Notes a direct subclass.
    func addSubclass(_ base: TypeRef, _ type: TypeRef) {
        let count = base.pointer.pointee.subclassCount
        if count == base.pointer.pointee.subclassCapacity {
            let capacity = max(4, count * 2)
            let new = UnsafeMutablePointer<UnsafeMutablePointer<TypeLayout>>.allocate(capacity: capacity)
            if let old = base.pointer.pointee.subclasses {
                new.moveInitialize(from: old, count: count)
                old.deallocate()
            }
            base.pointer.pointee.subclasses = new
            base.pointer.pointee.subclassCapacity = capacity
        }
        base.pointer.pointee.subclasses.unsafelyUnwrapped[count] = type.pointer
        base.pointer.pointee.subclassCount = count + 1
    }

    /// Forgets a direct subclass.
    func removeSubclass(_ base: TypeRef, _ type: TypeRef) {
        guard let subclasses = base.pointer.pointee.subclasses else { return }
        var kept = 0
        for index in 0..<base.pointer.pointee.subclassCount where subclasses[index] != type.pointer {
            subclasses[kept] = subclasses[index]
            kept += 1
        }
        base.pointer.pointee.subclassCount = kept
    }

    /// Gives a type the shapes of instances with attributes. The first `members` slots hold the values of `__slots__`;
    /// they have no name in the shape, their descriptors know their numbers. The dict of the dictionary shape lies in
    /// the slot behind them.
    func makeShapes(_ type: TypeRef, members: Int) {
        type.pointer.pointee.rootShape = Shape.makeRoot(members: members, isDictionary: false)
        type.pointer.pointee.dictionaryShape = Shape.makeRoot(members: members + 1, isDictionary: true)
    }
}
