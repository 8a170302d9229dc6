import Parser

extension CodeGenerator {
    func compileImport(_ names: [Alias], _ range: SourceRange) throws(SyntaxError) {
        for alias in names {
            let mark = unit.nextTemporary
            let module = emitImport(alias.name, level: 0, names: .value(.none), at: range)
            let parts = alias.name.split(separator: ".", omittingEmptySubsequences: false)
            if let asName = alias.asName {
                // `import a.b.c as d` binds the last module, looked up step by step.
                for part in parts.dropFirst() {
                    unit.emit(.importFrom, a: module, b: module, c: unit.name(String(part)), at: range)
                }
                try storeName(asName, from: module, at: range)
            } else {
                try storeName(parts.first.map(String.init) ?? alias.name, from: module, at: range)
            }
            unit.release(to: mark)
        }
    }

    func compileImportFrom(
        _ module: String?, _ names: [Alias], _ level: Int, _ range: SourceRange
    ) throws(SyntaxError) {
        if module == "__future__", level == 0,
            (range.line, range.column) > (lastFuture.line, lastFuture.column)
        {
            throw error("from __future__ imports must occur at the beginning of the file", at: range)
        }
        let list = CodeConstant.tuple(names.map { .string($0.name) })
        let register = emitImport(module ?? "", level: level, names: list, at: range)
        if names.count == 1, names[0].name == "*" {
            return unit.emit(.importStar, a: register, at: range)
        }
        for alias in names {
            let value = unit.allocate()
            unit.emit(.importFrom, a: value, b: register, c: unit.name(alias.name), at: range)
            try storeName(alias.asName ?? alias.name, from: value, at: range)
            unit.release(to: value)
        }
    }

    private func emitImport(_ name: String, level: Int, names: CodeConstant, at range: SourceRange) -> Int {
        let module = unit.allocate()
        let arguments = unit.allocate(2)
        loadConstant(.int(level), into: arguments, at: range)
        loadConstant(names, into: arguments + 1, at: range)
        unit.emit(.importName, a: module, b: unit.name(name), c: arguments, at: range)
        unit.release(to: arguments)
        return module
    }
}
