import Parser

extension CodeGenerator {
    /// Whether a handler further out in this frame could see what an exception leaves behind that is raised here;
    /// which exception is handled the machine itself restores when the frame is left.
    var isProtected: Bool { unit.blocks.contains { $0.region != nil } }

    func compileTry(
        _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], _ finalbody: [Statement],
        _ range: SourceRange, isStar: Bool
    ) throws(SyntaxError) {
        func inner() throws(SyntaxError) {
            if handlers.isEmpty {
                try compile(body)
                try compile(orelse)
            } else if isStar {
                try compileTryStar(body, handlers, orelse, range)
            } else {
                try compileTryExcept(body, handlers, orelse, range)
            }
        }
        if finalbody.isEmpty { return try inner() }

        let exception = unit.allocate(3)
        let previous = exception + 1
        let region = unit.openRegion(register: exception)
        try push(.finallyTry(region, finalbody), at: range)
        try inner()
        unit.blocks.removeLast()
        unit.closeRegion(region)
        let end = unit.label()
        try compile(finalbody)
        unit.jump(end, at: finalbody.last?.range ?? range)

        unit.beginHandler(region)
        let position = finalbody.first?.range ?? range
        unit.emit(.pushHandled, a: exception, b: previous, at: position)
        let cleanup = isProtected ? unit.openRegion(register: exception + 2) : nil
        try push(.finallyEnd(previous: previous, region: cleanup), at: range)
        try compile(finalbody)
        unit.blocks.removeLast()
        unit.emit(.popHandled, a: previous, at: position)
        unit.emit(.reraise, a: exception, at: position)
        unit.endFlow()
        emitCleanup(cleanup, previous: previous, at: position)
        unit.bind(end)
    }

    /// The handler of handlers: restores the handled exception and raises on.
    private func emitCleanup(_ region: Region?, previous: Int, at range: SourceRange) {
        guard let region else { return }
        unit.closeRegion(region)
        unit.beginHandler(region)
        unit.emit(.popHandled, a: previous, at: range)
        unit.emit(.reraise, a: region.register, at: range)
        unit.endFlow()
    }

    /// The body of a `try`, protected by the returned region, followed by `else`, which is not.
    private func compileTryBody(
        _ body: [Statement], _ orelse: [Statement], exception: Int, end: Label, _ range: SourceRange
    ) throws(SyntaxError) -> Region {
        let region = unit.openRegion(register: exception)
        try push(.tryBody(region), at: range)
        try compile(body)
        unit.blocks.removeLast()
        unit.closeRegion(region)
        try compile(orelse)
        unit.jump(end, at: orelse.last?.range ?? body.last?.range ?? range)
        return region
    }

    private func compileTryExcept(
        _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], _ range: SourceRange
    ) throws(SyntaxError) {
        let exception = unit.allocate(3)
        let previous = exception + 1
        let other = exception + 2
        let end = unit.label()
        let region = try compileTryBody(body, orelse, exception: exception, end: end, range)
        let position = handlers.first?.range ?? range

        unit.beginHandler(region)
        unit.emit(.pushHandled, a: exception, b: previous, at: position)
        let cleanup = isProtected ? unit.openRegion(register: other) : nil
        try push(.handlers(cleanup), at: range)
        for (index, handler) in handlers.enumerated() {
            let next = unit.label()
            if let type = handler.type {
                try scoped { () throws(SyntaxError) in
                    let match = unit.allocate()
                    let register = try operand(type, scratch: match, isLast: true)
                    unit.emit(.matchException, a: match, b: exception, c: register, at: handler.range)
                    unit.jump(.jumpIfFalse, match, next, at: handler.range)
                }
            } else if index < handlers.count - 1 {
                throw error("default 'except:' must be last", at: handler.range)
            }
            try compileHandler(handler, exception: exception, previous: previous, other: other)
            unit.jump(end, at: handler.body.last?.range ?? handler.range)
            unit.bind(next)
        }
        unit.blocks.removeLast()
        unit.emit(.popHandled, a: previous, at: position)
        unit.emit(.reraise, a: exception, at: position)
        unit.endFlow()
        emitCleanup(cleanup, previous: previous, at: position)
        unit.bind(end)
    }

    private func compileHandler(
        _ handler: ExceptHandler, exception: Int, previous: Int, other: Int
    ) throws(SyntaxError) {
        guard let name = handler.name else {
            try push(.handler(previous: previous, region: nil, name: nil), at: handler.range)
            try compile(handler.body)
            unit.blocks.removeLast()
            return unit.emit(.popHandled, a: previous, at: handler.range)
        }
        try storeName(name, from: exception, at: handler.range)
        // A name outside the frame's registers must be forgotten even if the frame is left.
        var isRegister = false
        if case .register = variable(mangled(name)) { isRegister = true }
        let region = isProtected || !isRegister ? unit.openRegion(register: other) : nil
        try push(.handler(previous: previous, region: region, name: name), at: handler.range)
        try compile(handler.body)
        unit.blocks.removeLast()
        if let region { unit.suspend(region) }
        unit.emit(.popHandled, a: previous, at: handler.range)
        try forgetName(name, at: handler.range)
        guard let region else { return }
        let done = unit.label()
        unit.jump(done, at: handler.range)
        unit.closeRegion(region)
        unit.beginHandler(region)
        try forgetName(name, at: handler.range)
        unit.emit(.reraise, a: other, at: handler.range)
        unit.endFlow()
        unit.bind(done)
    }

    // MARK: except*

    private func compileTryStar(
        _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], _ range: SourceRange
    ) throws(SyntaxError) {
        let exception = unit.allocate(7)
        let previous = exception + 1
        let other = exception + 2
        let raised = exception + 3
        let rest = exception + 4
        let match = exception + 5
        let outer = exception + 6
        let end = unit.label()
        let region = try compileTryBody(body, orelse, exception: exception, end: end, range)
        let position = handlers.first?.range ?? range

        unit.beginHandler(region)
        unit.emit(.pushHandled, a: exception, b: previous, at: position)
        let cleanup = isProtected ? unit.openRegion(register: other) : nil
        try push(.handlers(cleanup), at: range)
        unit.emit(.buildList, a: raised, b: raised, c: 0, at: position)
        move(exception, to: rest, at: position)
        for handler in handlers {
            guard let type = handler.type else { continue }
            let next = unit.label()
            try scoped { () throws(SyntaxError) in
                let register = try operand(type, isLast: true)
                unit.emit(.matchExceptionGroup, a: match, b: rest, c: register, at: handler.range)
            }
            unit.jump(.jumpIfNone, match, next, at: handler.range)
            unit.emit(.pushHandled, a: match, b: outer, at: handler.range)
            if let name = handler.name { try storeName(name, from: match, at: handler.range) }
            let protected = unit.openRegion(register: other)
            try push(.groupHandler(protected), at: handler.range)
            try compile(handler.body)
            unit.blocks.removeLast()
            unit.suspend(protected)
            unit.emit(.popHandled, a: outer, at: handler.range)
            if let name = handler.name { try forgetName(name, at: handler.range) }
            unit.jump(next, at: handler.range)
            unit.closeRegion(protected)
            unit.beginHandler(protected)
            unit.emit(.popHandled, a: outer, at: handler.range)
            if let name = handler.name { try forgetName(name, at: handler.range) }
            unit.emit(.listAppend, a: raised, b: other, at: handler.range)
            unit.bind(next)
        }
        unit.emit(.listAppend, a: raised, b: rest, at: position)
        unit.emit(.prepareReraiseStar, a: match, b: exception, c: raised, at: position)
        unit.blocks.removeLast()
        if let cleanup { unit.suspend(cleanup) }
        unit.emit(.popHandled, a: previous, at: position)
        unit.jump(.jumpIfNone, match, end, at: position)
        unit.emit(.reraise, a: match, at: position)
        unit.endFlow()
        emitCleanup(cleanup, previous: previous, at: position)
        unit.bind(end)
    }

    // MARK: with

    func compileWith(
        _ items: ArraySlice<WithItem>, _ body: [Statement], _ range: SourceRange, isAsync: Bool
    ) throws(SyntaxError) {
        guard let item = items.first else { return try compile(body) }
        try stack.check()
        if isAsync { try checkAsync("async with", at: range) }
        let position = item.contextExpression.range
        let exit = unit.allocate(4)
        let exception = exit + 1
        let previous = exit + 2
        let value = exit + 3
        try scoped { () throws(SyntaxError) in
            let context = try operand(item.contextExpression, scratch: value, isLast: true)
            unit.emit(isAsync ? .asyncWithEnter : .withEnter, a: exit, b: context, c: value, at: position)
            if isAsync { unit.emitSuspension(.await, n: 1, a: value, b: value, at: position) }
        }
        let region = unit.openRegion(register: exception)
        try push(.with(exit: exit, isAsync: isAsync, region: region, range: position), at: range)
        if let target = item.optionalVariables { try store(target, from: value) }
        try compileWith(items.dropFirst(), body, range, isAsync: isAsync)
        unit.blocks.removeLast()
        unit.closeRegion(region)
        let end = unit.label()
        emitNormalExit(exit, isAsync: isAsync, at: position)
        unit.jump(end, at: position)

        unit.beginHandler(region)
        unit.emit(.pushHandled, a: exception, b: previous, at: position)
        let cleanup = isProtected ? unit.openRegion(register: value) : nil
        unit.emit(.withExit, a: exit, b: exception, c: value, at: position)
        if isAsync { unit.emitSuspension(.await, n: 2, a: value, b: value, isHandling: true, at: position) }
        let suppressed = unit.label()
        unit.jump(.jumpIfTrue, value, suppressed, at: position)
        if let cleanup { unit.suspend(cleanup) }
        unit.emit(.popHandled, a: previous, at: position)
        unit.emit(.reraise, a: exception, at: position)
        unit.endFlow()
        emitCleanup(cleanup, previous: previous, at: position)
        unit.bind(suppressed)
        unit.emit(.popHandled, a: previous, at: position)
        unit.bind(end)
    }
}
