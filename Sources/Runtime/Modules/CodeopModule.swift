import Compiler
import Parser

/// `_codeop`: what the module `codeop` needs from the parser.
enum CodeopModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([Native("is_incomplete", .positional(3, 3), style: .function, isIncomplete)])
    }

    /// `is_incomplete(source, filename, mode)`: whether the text is no program yet, but could become one by more lines.
    private static func isIncomplete(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let filename = m.swiftString(try m.str(a[1]))
        let mode: Module.Mode =
            switch m.swiftString(try m.str(a[2])) {
            case "eval": .eval
            case "single": .single
            default: .exec
            }
        let source = Array(m.swiftString(try m.str(a[0])).utf8)
        do throws(SyntaxError) {
            _ = try Parser.parse(source: source, filename: filename, mode: mode, isString: true)
            return .false
        } catch {
            return Value(error.isIncomplete)
        }
    }
}
