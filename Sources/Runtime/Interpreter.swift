#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An interpreter of Python programs: its heap, its modules, its built-in types.
///
/// Interpreters are independent of each other. Each may be used by one thread at a time. Deep recursion through built-in
/// functions needs native stack: on a small one it ends in RecursionError earlier.
public final class Interpreter {
    /// How an interpreter is set up.
    public struct Options: Sendable {
        /// Time as the script sees it.
        public enum Clock: Sendable { case real, virtual }
        public var clock = Clock.real
        /// `sys.argv`.
        public var arguments: [String] = [""]
        /// Directories that are searched for modules, before the library in the binary.
        public var path: [String] = []
        /// `sys.warnoptions`: filters for warnings, the later ones first.
        public var warningOptions: [String] = []
        /// `sys._xoptions`: names, each with a value or none.
        public var implementationOptions: [(name: String, value: String?)] = []
        /// `sys.flags`.
        public var flags = Flags()
        /// Gets what the script writes to `sys.stdout`; nil for the process's own standard output.
        public var output: (@Sendable (String) -> Void)?
        /// The same for `sys.stderr`.
        public var errorOutput: (@Sendable (String) -> Void)?
        public init() {}
    }

    let machine: Machine
    /// Texts of programs that are not in a file, by the name that their code objects carry.
    var sources: [String: [UInt8]] = [:]
    /// Whether programs are compiled for `sys.settrace`, and whether the first of them was; nil before it.
    var isTraced = false
    var isMainTraced: Bool?
    /// The first entry of `sys.path`, given by the program that is run.
    var scriptDirectory: String?
    /// What `-X importtime` tells.
    var importTimes = ImportTimes()
    /// Submodules whose import is under way.
    var loadingSubmodules: Set<String> = []
    /// `sys.warnoptions` and `sys._xoptions`.
    let warningOptions: [String]
    let implementationOptions: [(name: String, value: String?)]
    /// `sys.flags`.
    let flags: Flags
    /// Places in the list of held objects that are free again.
    var freeSlots: [Int] = []
    /// The type of module specs, made when the first is needed; the machine keeps it alive.
    var specType: TypeRef?

    public init(options: Options = Options()) {
        warningOptions = options.warningOptions
        implementationOptions = options.implementationOptions
        flags = options.flags
        machine = Machine.bootstrap()
        machine.noteNativeStack()
        machine.runtime.pointee.interpreter = Unmanaged.passUnretained(self)
        machine.runtime.pointee.maximumTextDigits = flags.maximumTextDigits
        if flags.isUnbuffered || flags.standardErrors != nil { machine.configureStandardStreams(flags) }
        if flags.optimize > 0 {
            machine.dictSet(Dict(machine.runtime.pointee.builtins), name: machine.internStatic("__debug__"), .false)
        }
        if options.clock == .virtual { machine.clock.pointee.makeVirtual() }
        if let output = options.output { redirect(.stdout, to: output) }
        if let output = options.errorOutput { redirect(.stderr, to: output) }
        setArguments(options.arguments)
        setPath(options.path.map(FileSystem.absolute) + [Machine.libraryPath])
    }

    func setArguments(_ arguments: [String]) {
        let list = machine.list()
        for argument in arguments { list.append(machine, machine.string(argument)) }
        machine.dictSet(Dict(machine.runtime.pointee.sysDict), .argv, list.value)
    }

    func setPath(_ directories: [String]) {
        let list = machine.list()
        for directory in directories { list.append(machine, machine.string(directory)) }
        machine.dictSet(Dict(machine.runtime.pointee.sysDict), .path, list.value)
    }
}

extension Machine {
    /// The interpreter that owns this machine.
    var interpreter: Interpreter? {
        guard let object = runtime.pointee.interpreter else { return nil }
        return unsafeDowncast(object.takeUnretainedValue(), to: Interpreter.self)
    }
}
