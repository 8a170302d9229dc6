import Parser

/// A syntactic block that the code is in: what a `return`, `break` or `continue` has to leave.
enum Block {
    case loop(exit: Label, next: Label)
    /// The body of a generator or coroutine; it counts as a block in CPython's limit.
    case stopIteration
    /// The body of a `try` with handlers.
    case tryBody(Region)
    /// All handlers of a `try`, with the region that restores the handled exception when one fails.
    case handlers(Region?)
    /// One handler: the register that keeps the previously handled exception, and the name to forget.
    case handler(previous: Int, region: Region?, name: String?)
    /// A handler of `except*`, which must not be left early.
    case groupHandler(Region)
    /// The body of a `try` with `finally`, and the statements to run on the way out.
    case finallyTry(Region, [Statement])
    /// The statements of `finally` while an exception is handled.
    case finallyEnd(previous: Int, region: Region?)
    /// The body of a `with`: the register of the bound exit method.
    case with(exit: Int, isAsync: Bool, region: Region, range: SourceRange)
    /// An asynchronous comprehension; it counts as a block.
    case comprehension

    /// The protected region that ends where the block is left.
    var region: Region? {
        switch self {
        case .tryBody(let region), .finallyTry(let region, _), .groupHandler(let region),
            .with(_, _, let region, _):
            region
        case .handlers(let region), .handler(_, let region, _), .finallyEnd(_, let region): region
        case .loop, .stopIteration, .comprehension: nil
        }
    }

    var isLoop: Bool { if case .loop = self { true } else { false } }

    /// Whether an exception is being handled inside the block.
    var isHandling: Bool {
        switch self {
        case .handlers, .handler, .groupHandler, .finallyEnd: true
        default: false
        }
    }

    /// Whether leaving the block is an error.
    var isGroupHandler: Bool {
        if case .groupHandler = self { true } else { false }
    }

    /// Whether nothing is to be done when the block is left.
    var isLeftSilently: Bool {
        switch self {
        case .loop, .stopIteration, .comprehension, .tryBody, .handlers: true
        default: false
        }
    }

    /// Whether leaving the block may change variables, so that a value to return must be kept elsewhere.
    var mayRebindOnExit: Bool {
        switch self {
        case .finallyTry: true
        case .handler(_, _, let name): name != nil
        default: false
        }
    }
}

extension CodeGenerator {
    /// Enters a block; CPython's limit on nesting holds.
    func push(_ block: Block, at range: SourceRange) throws(SyntaxError) {
        if unit.blocks.count >= Self.maximumBlocks { throw error("too many statically nested blocks", at: range) }
        unit.blocks.append(block)
    }

    /// Leaves the blocks above `depth`: emits what each runs on its way out, then `jump`, which leaves the code.
    func unwind(
        to depth: Int, at range: SourceRange, _ jump: () throws(SyntaxError) -> Void
    ) throws(SyntaxError) {
        let saved = unit.blocks
        let mark = unit.nextTemporary
        var suspended: [Region] = []
        while unit.blocks.count > depth {
            let block = unit.blocks.removeLast()
            if let region = block.region {
                unit.suspend(region)
                suspended.append(region)
            }
            try leave(block, at: range)
        }
        try jump()
        unit.blocks = saved
        unit.release(to: mark)
        for region in suspended { unit.resume(region) }
    }

    private func leave(_ block: Block, at range: SourceRange) throws(SyntaxError) {
        switch block {
        case .loop, .stopIteration, .comprehension, .tryBody, .handlers: break
        case .groupHandler:
            throw error("'break', 'continue' and 'return' cannot appear in an except* block", at: range)
        case .finallyTry(_, let body): try compile(body)
        case .finallyEnd(let previous, _): unit.emit(.popHandled, a: previous, at: range)
        case .handler(let previous, _, let name):
            unit.emit(.popHandled, a: previous, at: range)
            if let name { try forgetName(name, at: range) }
        case .with(let exit, let isAsync, _, let range): emitNormalExit(exit, isAsync: isAsync, at: range)
        }
    }

    /// `__exit__(None, None, None)`.
    func emitNormalExit(_ exit: Int, isAsync: Bool, at range: SourceRange) {
        let result = unit.allocate()
        unit.emit(.withExit, n: 1, a: exit, c: result, at: range)
        if isAsync { unit.emitSuspension(.await, n: 2, a: result, b: result, at: range) }
        unit.release(to: result)
    }

    func checkNoGroupHandler(at range: SourceRange) throws(SyntaxError) {
        for block in unit.blocks {
            if case .groupHandler = block { try leave(block, at: range) }
        }
    }
}
