#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where a module comes from.
enum ModuleOrigin {
    case native(NativeModule)
    /// Below Library, in the binary.
    case embedded(LibraryModule)
    /// A file; a package's `__init__` lies in `directory`.
    case file(path: String, directory: String?)
    /// Directories without `__init__`.
    case namespace([String])
    /// What a finder of the program says.
    case spec(Value)
}

extension Machine {
    /// The entry of `sys.path` that stands for the modules in the binary.
    static var libraryPath: String { "<library>" }

    /// The module of an absolute name: from `sys.modules`, or found and run.
    func importAbsolute(_ name: Value) throws(Raise) -> Value {
        let known = dictGet(modules, name: name)
        if known.isNone {
            throw moduleNotFound("import of \(swiftString(name)) halted; None in sys.modules", name: name)
        }
        if known.isBound {
            guard hasThreads, mustWait(forModule: name) else { return known }
            try wait(forModule: name)
            return try importAbsolute(name)
        }
        return try findAndLoad(name)
    }

    /// Looks for a module by its dotted name without running it; the packages around it are imported.
    func findModule(named name: String) throws(Raise) -> ModuleOrigin? {
        guard let dot = name.lastIndex(of: ".") else { return try find(name, last: name, path: .unbound) }
        let parentName = intern(String(name[..<dot]))
        let parent = try importAbsolute(parentName)
        let path = try getAttributeIfPresent(parent, .__path__)
        if path.isUnbound {
            throw moduleNotFound(
                "__path__ attribute not found on \(reprText(parentName)) while trying to find '\(name)'",
                name: parentName)
        }
        return try find(name, last: String(name[name.index(after: dot)...]), path: path)
    }

    private func findAndLoad(_ name: Value) throws(Raise) -> Value {
        try enterNative()
        defer { leaveNative() }
        let text = swiftString(name)
        var path: Value = .unbound
        var parent: Value = .unbound
        var last = text
        if let dot = text.lastIndex(of: ".") {
            let parentName = intern(String(text[..<dot]))
            last = String(text[text.index(after: dot)...])
            _ = try importAbsolute(parentName)
            // The parent may have imported it.
            let known = dictGet(modules, name: name)
            if known.isBound { return known }
            parent = dictGet(modules, name: parentName)
            path = parent.isBound ? try getAttributeIfPresent(parent, .__path__) : .unbound
            if path.isUnbound {
                throw moduleNotFound(
                    "No module named \(reprText(name)); \(reprText(parentName)) is not a package", name: name)
            }
        }
        guard let origin = try find(text, last: last, path: path) else {
            throw moduleNotFound("No module named \(reprText(name))", name: name, isLibrary: path.isUnbound)
        }
        if parent.isBound { interpreter?.loadingSubmodules.insert(text) }
        defer { if parent.isBound { interpreter?.loadingSubmodules.remove(text) } }
        let module = try whileLoading(name) { () throws(Raise) in try load(name, from: origin) }
        if parent.isBound {
            do throws(Raise) {
                try setAttribute(parent, intern(last), module)
            } catch {
                guard pendingMatches(.attributeError) else { throw error }
                clearPending()
                try warn(
                    .importWarning,
                    "Cannot set an attribute on '\(text.dropLast(last.count + 1))' for child module '\(last)'")
            }
        }
        return module
    }

    /// Looks for a module; `path` is the parent's `__path__`, or unbound for a module at the top. Once the program has
    /// looked at `sys.meta_path`, the finders there are asked.
    private func find(_ name: String, last: String, path: Value) throws(Raise) -> ModuleOrigin? {
        let finders = dictGet(Dict(runtime.pointee.sysDict), name: internStatic("meta_path"))
        if finders.isUnbound {
            if path.isUnbound, let native = NativeModule.find(name), native.isBuiltin { return .native(native) }
            return try findOnPath(name, last: last, path: path)
        }
        if finders.isNone {
            throw raise(.importError, "sys.meta_path is None, Python is likely shutting down")
        }
        let copy = try listFromIterable(finders)
        if copy.count == 0 { try warn(.importWarning, "sys.meta_path is empty") }
        for index in 0..<copy.count {
            let finder = copy[index]
            if let number = standardFinder(finder) {
                if number == 0, path.isUnbound, let native = NativeModule.find(name), native.isBuiltin {
                    return .native(native)
                }
                if number == 2, let origin = try findOnPath(name, last: last, path: path) { return origin }
                continue
            }
            let method = try getAttributeIfPresent(finder, internStatic("find_spec"))
            guard method.isBound else { continue }
            let spec = try call(method, intern(name), path.isBound ? path : .none, Value.none)
            if !spec.isNone { return .spec(spec) }
        }
        return nil
    }

    /// Which of the import system's own finders that is: built-in modules, frozen ones, the path; nil for others.
    private func standardFinder(_ finder: Value) -> Int? {
        guard finder.isKind(.type) else { return nil }
        let bootstrap = dictGet(modules, name: internStatic("_frozen_importlib"))
        guard bootstrap.isKind(.module) else { return nil }
        let dict = Dict(bootstrap.layout(ModuleLayout.self).pointee.dict)
        for (number, name) in (["BuiltinImporter", "FrozenImporter", "PathFinder"] as [StaticString]).enumerated()
        where dictGet(dict, name: internStatic(name)) == finder {
            return number
        }
        return nil
    }

    /// Looks for a module in the directories of a path; unbound stands for `sys.path`.
    func findOnPath(_ name: String, last: String, path: Value) throws(Raise) -> ModuleOrigin? {
        let isTop = path.isUnbound
        var entries = path
        if isTop {
            entries = dictGet(Dict(runtime.pointee.sysDict), .path)
            guard entries.isBound else { return findInLibrary(name) }
        }
        let hooks = dictGet(Dict(runtime.pointee.sysDict), name: internStatic("path_hooks"))
        let hasHooks = hooks.isKind(.list)
        let list = try listFromIterable(entries)
        var portions: [String] = []
        for index in 0..<list.count where isString(list[index]) {
            let entry = swiftString(list[index])
            if entry.hasPrefix(Machine.libraryPath) {
                if let origin = findInLibrary(name) { return origin }
                continue
            }
            if hasHooks {
                let answer = try askHooks(list[index], name)
                if let spec = answer {
                    if spec.isNone { continue }
                    let loader = try getAttribute(spec, internStatic("loader"))
                    if !loader.isNone { return .spec(spec) }
                    // A portion of a namespace package.
                    let more = try listFromIterable(try getAttribute(spec, internStatic("submodule_search_locations")))
                    for number in 0..<more.count where isString(more[number]) {
                        portions.append(swiftString(more[number]))
                    }
                    continue
                }
            }
            switch findFile(last, in: entry) {
            case .namespace(let found)?: portions += found
            case let origin?: return origin
            case nil: break
            }
        }
        return portions.isEmpty ? nil : .namespace(portions)
    }

    /// What the finder of the program's own path hooks says about an entry of the path: a spec or None; nil when the
    /// entry is an ordinary directory.
    private func askHooks(_ entry: Value, _ name: String) throws(Raise) -> Value? {
        let bootstrap = try importBootstrap()
        // A program may have blocked it.
        if bootstrap.isNone { return nil }
        let finder = try call(try getAttribute(bootstrap, internStatic("_path_importer")), entry)
        if finder == .notImplemented { return nil }
        if finder.isNone { return .none as Value }
        let method = try getAttributeIfPresent(finder, internStatic("find_spec"))
        guard method.isBound else { return .none as Value }
        return try call(method, intern(name))
    }

    /// A native or embedded module.
    private func findInLibrary(_ name: String) -> ModuleOrigin? {
        if let native = NativeModule.find(name) { return .native(native) }
        if let module = LibraryModule.find(name) { return .embedded(module) }
        return nil
    }

    func findFile(_ name: String, in directory: String) -> ModuleOrigin? {
        let directory = FileSystem.absolute(directory)
        let base = directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
        if FileSystem.isDirectory(base) {
            for suffix in [".mpy", ".py"] where FileSystem.isFile("\(base)/__init__\(suffix)") {
                return .file(path: "\(base)/__init__\(suffix)", directory: base)
            }
            if let file = sourceFile(base) { return file }
            return .namespace([base])
        }
        return sourceFile(base)
    }

    private func sourceFile(_ base: String) -> ModuleOrigin? {
        for suffix in [".mpy", ".py"] where FileSystem.isFile(base + suffix) {
            return .file(path: base + suffix, directory: nil)
        }
        return nil
    }

    /// The absolute name that `from .name import …` means, by the importing module's globals (PEP 366).
    func resolveRelative(_ name: Value, globals: Value, level: Int) throws(Raise) -> Value {
        guard globals.isKind(.dict) else { throw raise(.keyError, "'__name__' not in globals") }
        let dict = Dict(globals)
        var package = dictGet(dict, .__package__)
        let spec = dictGet(dict, .__spec__)
        if package.isBound, !package.isNone {
            guard isString(package) else { throw raise(.typeError, "package must be a string") }
        } else if spec.isBound, !spec.isNone {
            package = try getAttribute(spec, intern("parent"))
            guard isString(package) else { throw raise(.typeError, "__spec__.parent must be a string") }
        } else {
            package = dictGet(dict, .__name__)
            guard package.isBound else { throw raise(.keyError, "'__name__' not in globals") }
            guard isString(package) else { throw raise(.typeError, "__name__ must be a string") }
            if dictGet(dict, .__path__).isUnbound {
                let text = swiftString(package)
                package = text.lastIndex(of: ".").map { string(String(text[..<$0])) } ?? runtime.pointee.emptyString
            }
        }
        var base = swiftString(package)
        if base.isEmpty {
            throw raise(.importError, "attempted relative import with no known parent package")
        }
        for _ in 1..<level {
            guard let dot = base.lastIndex(of: ".") else {
                throw raise(.importError, "attempted relative import beyond top-level package")
            }
            base = String(base[..<dot])
        }
        return Str(name).count == 0 ? intern(base) : intern("\(base).\(swiftString(name))")
    }
}
