#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Compiler
import Parser

/// What the command shows of a program without running it.
public enum SourceTools {
    /// Prints the code that a file is compiled to (`minipy dis`); gives the exit status.
    public static func printCode(ofFile path: String, commandName: String) -> Int {
        guard let source = read(path, commandName) else { return 2 }
        do throws(SyntaxError) {
            let tree = try Parser.parse(source: source, filename: path)
            let result = try Compiler.compile(tree, filename: path, source: source)
            write(Disassembler.text(of: result.code, source: String(decoding: source, as: UTF8.self)))
            return 0
        } catch {
            show(error, path)
            return 1
        }
    }

    /// Prints the syntax trees of files as `ast.dump` does (`minipy ast`). With sizes, a line with the number of bytes
    /// precedes each tree, and an error is a line that begins so.
    public static func printTrees(ofFiles paths: [String], withSizes: Bool, commandName: String) -> Int {
        var status = 0
        for path in paths {
            guard let source = read(path, commandName) else {
                if withSizes { write("error: can't be read\n") }
                status = 2
                continue
            }
            do throws(SyntaxError) {
                let text = ASTDump.dump(try Parser.parse(source: source, filename: path))
                write(withSizes ? "\(text.utf8.count)\n\(text)\n" : text + "\n")
            } catch {
                if withSizes {
                    write("error: \(error.message)\n")
                } else {
                    show(error, path)
                }
                status = 1
            }
        }
        return status
    }

    private static func read(_ path: String, _ commandName: String) -> [UInt8]? {
        if let bytes = FileSystem.read(path) { return bytes }
        let error = FileSystem.lastError
        write(
            "\(commandName): can't open file '\(FileSystem.absolute(path))': [Errno \(error)] "
                + "\(String(cString: strerror(error)))\n", to: STDERR_FILENO)
        return nil
    }

    /// Shows a SyntaxError as an uncaught one looks.
    private static func show(_ error: SyntaxError, _ path: String) {
        let m = Interpreter().machine
        do throws(Raise) {
            throw m.raiseSyntaxError(error, filename: FileSystem.absolute(path))
        } catch {
            m.printUncaught(m.takePending())
        }
    }

    private static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
        var text = text
        text.withUTF8 { _ = FileSystem.write(descriptor, UnsafeRawBufferPointer($0)) }
    }
}
