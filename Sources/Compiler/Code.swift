import Parser

/// What the compiler makes of one block: a module, a function, a class body, a lambda, a comprehension that is not
/// inlined. Immutable, free of run-time objects; the runtime makes a code object of it when it is first needed.
public final class Code: @unchecked Sendable {
    public var name = ""
    /// The dotted path of definitions (PEP 3155).
    public var qualifiedName = ""
    public var filename = ""
    public var firstLine = 1
    public var flags: CodeFlags = []

    /// Positional parameters, positional-only ones included.
    public var argumentCount = 0
    public var positionalOnlyCount = 0
    public var keywordOnlyCount = 0

    /// Registers of a frame: variables first, then temporaries.
    public var registerCount = 0
    /// Names of the variables that live in the first registers: parameters in CPython's order (positional,
    /// keyword-only, `*args`, `**kwargs`), then the other locals, then cell variables that are no parameters.
    public var variableNames: [String] = []
    /// For each variable, whether its register holds a cell.
    public var cellVariables: Set<Int> = []
    /// Names of the free variables, in the order of the closure's cells.
    public var freeNames: [String] = []

    public var constants: [CodeConstant] = []
    public var names: [String] = []
    /// Instructions and their extra words.
    public var words: [UInt64] = []
    /// Innermost handlers first.
    public var handlers: [ExceptionHandler] = []
    /// Sorted by `start`; an entry holds until the next one.
    public var positions: [PositionEntry] = []
    /// How many registers hold something that is still needed, sorted by `start`; an entry holds until the next one.
    public var heights: [HeightEntry] = []
    /// The doc string, if there is one (also K[0] then).
    public var hasDocString: Bool = false

    public init() {}

    /// The registers from here on hold nothing that the instruction at `pc` or a later one needs.
    public func height(at pc: Int) -> Int {
        var low = 0
        var high = heights.count
        while low < high {
            let middle = (low + high) / 2
            if Int(heights[middle].start) <= pc { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? registerCount : Int(heights[low - 1].height)
    }

    /// The source position of the instruction at `pc`, by binary search.
    public func position(at pc: Int) -> SourceRange? {
        var low = 0
        var high = positions.count
        while low < high {
            let middle = (low + high) / 2
            if positions[middle].start <= pc { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : positions[low - 1].range
    }
}

/// Properties of a code object, with CPython's numbers (`inspect.CO_*`).
public struct CodeFlags: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let optimized = CodeFlags(rawValue: 0x1)
    public static let newLocals = CodeFlags(rawValue: 0x2)
    public static let varArguments = CodeFlags(rawValue: 0x4)
    public static let varKeywords = CodeFlags(rawValue: 0x8)
    public static let nested = CodeFlags(rawValue: 0x10)
    public static let generator = CodeFlags(rawValue: 0x20)
    public static let coroutine = CodeFlags(rawValue: 0x80)
    public static let iterableCoroutine = CodeFlags(rawValue: 0x100)
    public static let asyncGenerator = CodeFlags(rawValue: 0x200)
    public static let futureAnnotations = CodeFlags(rawValue: 0x100_0000)
}

/// A constant of a code object.
public enum CodeConstant {
    case value(Constant)
    case tuple([CodeConstant])
    /// A set display of constants used only for `in`.
    case frozenSet([CodeConstant])
    case code(Code)
}

/// A range of words covered by a handler. When an instruction in `start..<end` raises, the machine puts the exception
/// in `register` and goes on at `target`.
public struct ExceptionHandler: Sendable {
    public var start: Int
    public var end: Int
    public var target: Int
    public var register: Int
    public init(start: Int, end: Int, target: Int, register: Int) {
        self.start = start
        self.end = end
        self.target = target
        self.register = register
    }
}

/// From `start` on, instructions come from this source range.
public struct PositionEntry: Sendable {
    public var start: Int
    public var range: SourceRange
    public init(start: Int, range: SourceRange) {
        self.start = start
        self.range = range
    }
}

/// From `start` on, the registers below `height` may be needed.
public struct HeightEntry: Sendable {
    public var start: UInt32
    public var height: UInt32
    public init(start: UInt32, height: UInt32) {
        self.start = start
        self.height = height
    }
}
