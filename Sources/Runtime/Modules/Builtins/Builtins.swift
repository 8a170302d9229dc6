/// The functions of the module `builtins` ("Built-in Functions" in the library reference), declared here and written
/// in the files `Builtins+….swift`.
enum BuiltinFunctions {
    static var natives: [Native] {
        [
            Native("abs", .one, style: .function, abs),
            Native("aiter", .one, style: .function, aiter),
            Native("all", .one, style: .function, all),
            Native("anext", .positional(1, 2), style: .function, anext),
            Native("any", .one, style: .function, any),
            Native("ascii", .one, style: .function, ascii),
            Native("bin", .one, style: .function, bin),
            Native("breakpoint", .any, style: .function, breakpoint),
            Native("callable", .one, style: .function, callable),
            Native("chr", .one, style: .function, chr),
            Native(
                "compile", .signature("source, filename, mode, flags=0, dont_inherit=False, optimize=-1"),
                style: .function, compile),
            Native("delattr", .positional(2, 2), style: .function, delattr),
            Native("dir", .positional(0, 1), style: .function, dir),
            Native("divmod", .positional(2, 2), style: .function, divmod),
            Native("eval", .signature("source, /, globals=None, locals=None"), style: .function, eval),
            Native("exec", .signature("source, /, globals=None, locals=None, *, closure=None"), style: .function, exec),
            Native("format", .positional(1, 2), style: .function, format),
            Native("getattr", .positional(2, 3), style: .function, getattr),
            Native("globals", .none, style: .function, globals),
            Native("hasattr", .positional(2, 2), style: .function, hasattr),
            Native("hash", .one, style: .function, hash),
            Native("hex", .one, style: .function, hex),
            Native("id", .one, style: .function, id),
            Native("input", .positional(0, 1), style: .function, input),
            Native("isinstance", .positional(2, 2), style: .function, isinstance),
            Native("issubclass", .positional(2, 2), style: .function, issubclass),
            Native("iter", .positional(1, 2), style: .function, iter),
            Native(
                "len", .one, style: .function, doc: "Return the number of items in a container.", intrinsic: .length,
                len),
            Native("locals", .none, style: .function, locals),
            Native("max", .any, style: .function, max),
            Native("min", .any, style: .function, min),
            Native("next", .positional(1, 2), style: .function, next),
            Native("oct", .one, style: .function, oct),
            Native(
                "open",
                .signature(
                    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None"),
                style: .function, open),
            Native("ord", .one, style: .function, ord),
            Native("pow", .signature("base, exp, mod=None"), style: .function, pow),
            Native("print", .any, style: .function, print),
            Native("repr", .one, style: .function, repr),
            Native("round", .signature("number, ndigits=None"), style: .function, round),
            Native("setattr", .positional(3, 3), style: .function, setattr),
            Native("sorted", .any, style: .function, sorted),
            Native("sum", .signature("iterable, /, start=0"), style: .function, sum),
            Native("vars", .positional(0, 1), style: .function, vars),
            Native(
                "__import__", .signature("name, globals=None, locals=None, fromlist=(), level=0"), style: .function,
                importModule),
        ]
    }

    /// The types that every program sees under their own names, besides the exceptions.
    static let types: [BuiltinType] = [
        .object, .type, .int, .bool, .float, .complex, .str, .bytes, .bytearray, .list, .tuple, .dict, .set,
        .frozenset, .range, .slice, .memoryview, .property, .classmethod, .staticmethod, .super, .enumerate, .zip,
        .map, .filter, .reversed,
    ]
}

extension Machine {
    /// Fills the namespace of `builtins` and makes the module.
    func installBuiltins() {
        installStreams()
        installStandardStreams()
        installAnextAwaitable()
        let dict = Dict(runtime.pointee.builtins)
        let module = module(named: intern("builtins" as StaticString))
        module.layout(ModuleLayout.self).pointee.dict = dict.value
        dictSet(Dict(runtime.pointee.modules), name: intern("builtins" as StaticString), module)
        dictSet(dict, name: name(.__name__), intern("builtins" as StaticString))
        dictSet(dict, name: name(.__doc__), string("Functions, types and exceptions that every module sees."))
        let moduleName = intern("builtins" as StaticString)
        for native in BuiltinFunctions.natives {
            let name = internStatic(native.name)
            let module = Str(name).equals("open") ? intern("_io" as StaticString) : moduleName
            dictSet(dict, name: name, makeNative(native, name: name, owner: .unbound, module: module))
        }
        for type in BuiltinFunctions.types {
            dictSet(dict, name: internStatic(type.programName), self.type(type).value)
        }
        for type in BuiltinType.allCases
        where type.rawValue >= BuiltinType.firstException.rawValue
            && type.rawValue <= BuiltinType.lastException.rawValue
        {
            if type == .cancelledError || type == .invalidStateError { continue }
            dictSet(dict, name: internStatic(type.programName), self.type(type).value)
        }
        dictSet(dict, name: intern("EnvironmentError" as StaticString), self.type(.osError).value)
        dictSet(dict, name: intern("IOError" as StaticString), self.type(.osError).value)
        dictSet(dict, name: intern("None" as StaticString), .none)
        dictSet(dict, name: intern("True" as StaticString), .true)
        dictSet(dict, name: intern("False" as StaticString), .false)
        dictSet(dict, name: intern("NotImplemented" as StaticString), .notImplemented)
        dictSet(dict, name: intern("Ellipsis" as StaticString), .ellipsis)
        dictSet(dict, name: intern("__debug__" as StaticString), .true)
        SiteBuiltins.install(self, dict)
    }
}
