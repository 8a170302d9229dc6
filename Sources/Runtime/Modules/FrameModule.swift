/// `_frame`: what `_frame_locals` needs to read and write the variables of running functions.
enum FrameModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("variables", .one, style: .function, variables),
            Native("assign", .positional(3, 3), style: .function, assign),
            Native("extra", .positional(1, 2), style: .function, extra),
        ])
    }

    /// Where the variables of a frame are.
    private struct Place {
        let code: UnsafeMutablePointer<CodeLayout>
        let registers: UnsafeMutablePointer<Value>
        let function: Value
    }

    private static func place(_ m: Machine, _ object: Value) throws(Raise) -> Place? {
        guard m.typeOf(object) == m.type(.frame) else {
            throw m.raise(.typeError, "expect frame, not \(m.typeName(object))")
        }
        if let frame = m.runningFrame(of: object) {
            return Place(
                code: frame.pointee.code, registers: frame.pointee.registers, function: frame.pointee.function)
        }
        let owner = Record(object)[FrameField.generator]
        guard owner.isBound, Generator(owner).state != .finished else { return nil }
        let layout = Generator(owner).pointer
        return Place(
            code: layout.pointee.code, registers: Generator(owner).registers, function: layout.pointee.function)
    }

    /// A new dict of the variables, or None when the function has ended.
    private static func variables(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let place = try place(m, a[0]) else { return .none }
        return m.locals(code: place.code, registers: place.registers, function: place.function)
    }

    /// `assign(frame, name, value)`: whether there is a variable of that name.
    private static func assign(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard let place = try place(m, a[0]) else { return .false }
        let name = m.intern(a[1])
        let names = Tuple(place.code.pointee.variableNames)
        let cells = m.source(of: place.code).cellVariables
        for index in 0..<names.count where names[index] == name {
            let old = place.registers[index]
            if cells.contains(index), old.isKind(.variableCell) {
                old.layout(VariableCellLayout.self).pointee.content = a[2]
            } else {
                place.registers[index] = a[2]
            }
            return .true
        }
        let free = Tuple(place.code.pointee.freeNames)
        guard place.function.isKind(.function) else { return .false }
        let closure = place.function.layout(FunctionLayout.self).pointee.closure
        guard closure.isKind(.tuple) else { return .false }
        for index in 0..<min(free.count, Tuple(closure).count) where free[index] == name {
            Tuple(closure)[index].layout(VariableCellLayout.self).pointee.content = a[2]
            return .true
        }
        return .false
    }

    /// `extra(frame, make=False)`: the dict of names that are not variables.
    private static func extra(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let record = Record(a[0])
        let extra = record[FrameField.extra]
        if extra.isBound { return extra }
        if a.count < 2 { return .none }
        record[FrameField.extra] = m.dict().value
        return record[FrameField.extra]
    }
}
