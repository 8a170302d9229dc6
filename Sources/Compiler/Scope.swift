import Parser

/// What a block says about a name: the raw facts gathered in the first pass over the tree.
struct SymbolFlags: OptionSet {
    let rawValue: UInt16
    static let global = SymbolFlags(rawValue: 1)
    static let local = SymbolFlags(rawValue: 2)
    static let parameter = SymbolFlags(rawValue: 4)
    static let nonlocal = SymbolFlags(rawValue: 8)
    static let use = SymbolFlags(rawValue: 16)
    static let imported = SymbolFlags(rawValue: 32)
    static let annotated = SymbolFlags(rawValue: 64)
    static let iteration = SymbolFlags(rawValue: 128)
    static let typeParameter = SymbolFlags(rawValue: 256)
    /// A class binds the name and a function nested in it refers to an outer variable of that name.
    static let freeInClass = SymbolFlags(rawValue: 512)

    static let bound: SymbolFlags = [.local, .parameter, .imported, .typeParameter]
}

/// Where a name of a block lives: the result of the second pass.
enum NameScope {
    case local, cell, free, globalExplicit, globalImplicit
}

/// A block of the program with names of its own (section 4.2 of the Python reference).
final class Scope {
    /// The kinds of blocks. Those of PEP 695 behave like functions.
    enum Kind {
        case module, function, `class`, annotation, typeVariable, typeAlias, typeParameters

        var isFunctionLike: Bool { self != .module && self != .class }
    }

    /// Whether the scope is that of a comprehension, and of which.
    enum ComprehensionKind {
        case none, list, set, dict, generator
    }

    let name: String
    let kind: Kind
    let range: SourceRange
    var children: [Scope] = []
    /// Names in the order of their first appearance.
    var order: [String] = []
    var symbols = NameMap<SymbolFlags>()
    var scopes = NameMap<NameScope>()
    /// Parameters in the order of CPython's `co_varnames`.
    var parameters: [String] = []
    /// `global` and `nonlocal` statements, for the positions of errors.
    var directives: [(name: String, range: SourceRange)] = []

    var comprehension = ComprehensionKind.none
    var isInlined = false
    var isNested = false
    var isGenerator = false
    var isCoroutine = false
    var returnsValue = false
    var isIterationTarget = false
    var iterationExpressionDepth = 0
    var needsClassClosure = false
    var needsClassDictionary = false
    var canSeeClassScope = false
    /// Which part of a type parameter this is, for messages ("a TypeVar bound").
    var information = ""
    /// Local names that a `:=` or a `del` may change in the middle of something.
    var walrusTargets = NameSet()
    var deleted = NameSet()

    init(name: String, kind: Kind, range: SourceRange) {
        self.name = name
        self.kind = kind
        self.range = range
    }

    /// Names free in this block, sorted as in `co_freevars`.
    var freeNames: [String] {
        order.filter { scopes[$0] == .free || symbols[$0]?.contains(.freeInClass) == true }.sorted(by: nameOrder)
    }
}

/// Order of names by code points.
func nameOrder(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
}

/// The scopes of a program by the nodes that open them; a node may own several.
struct ScopeIndex {
    /// Which scope of the node.
    enum Role: UInt { case body, typeParameters, defaultValue, annotation }

    private var keys: [UInt] = []
    private var scopes: [Scope] = []
    /// Open addressing: places in `keys`, plus one.
    private var table: [Int] = []

    subscript(_ node: AnyObject, _ role: Role = .body) -> Scope? {
        guard !table.isEmpty else { return nil }
        let key = Self.key(node, role)
        var slot = Self.slot(key, table.count)
        while table[slot] != 0 {
            if keys[table[slot] - 1] == key { return scopes[table[slot] - 1] }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    /// Notes the scope of a node; a later one takes the place of an earlier.
    mutating func insert(_ scope: Scope, for node: AnyObject, _ role: Role) {
        keys.append(Self.key(node, role))
        scopes.append(scope)
        if keys.count * 2 > table.count {
            table = [Int](repeating: 0, count: max(16, table.count * 2))
            for place in 0..<keys.count { enter(place) }
        } else {
            enter(keys.count - 1)
        }
    }

    private mutating func enter(_ place: Int) {
        var slot = Self.slot(keys[place], table.count)
        while table[slot] != 0, keys[table[slot] - 1] != keys[place] { slot = (slot + 1) & (table.count - 1) }
        table[slot] = place + 1
    }

    /// Objects lie at multiples of sixteen bytes, which leaves room for the role.
    private static func key(_ node: AnyObject, _ role: Role) -> UInt {
        UInt(bitPattern: ObjectIdentifier(node)) | role.rawValue
    }

    private static func slot(_ key: UInt, _ count: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }
}

/// The scopes of a program, found by the node that opens them.
struct SymbolTable {
    let top: Scope
    let byNode: ScopeIndex

    subscript(_ node: AnyObject, _ role: ScopeIndex.Role = .body) -> Scope? { byNode[node, role] }
}

/// Name mangling in classes (section 6.2.1 of the reference): `__x` in class `C` is `_C__x`.
func mangle(_ name: String, in className: String?) -> String {
    guard let className, name.utf8.count > 2 else { return name }
    var bytes = name.utf8.makeIterator()
    guard bytes.next() == 95, bytes.next() == 95 else { return name }
    if name.hasSuffix("__") || name.utf8.contains(46) { return name }
    let stripped = className.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_" + stripped + name
}
