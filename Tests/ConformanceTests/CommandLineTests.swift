import Foundation
import Testing

/// The options of the command: what it says of wrong ones, its help, the completions, the manual page.
@Suite struct CommandLineTests {
    private func minipy(
        _ arguments: [String], input: String = "", variables: [String: String] = [:]
    ) throws -> ChildProcess.Finished {
        try run([Interpreter.minipyPath] + arguments, input: input, variables: variables)
    }

    private func run(
        _ command: [String], input: String = "", variables: [String: String] = [:]
    ) throws -> ChildProcess.Finished {
        try #require(
            try ChildProcess.run(
                command, environment: Interpreter.plainEnvironment.merging(variables) { $1 }, input: input,
                timeout: .seconds(60)),
            "\(command) did not end")
    }

    // MARK: Wrong use

    /// Words and status are CPython's where it has the option.
    @Test(arguments: [
        (["-Z"], "Unknown option: -Z"), (["-qZ"], "Unknown option: -Z"), (["-J"], "-J is reserved for Jython"),
        (["--foo"], "unknown option --foo"), (["--version=3"], "unknown option --version=3"),
        (["-c"], "Argument expected for the -c option"), (["-m"], "Argument expected for the -m option"),
        (["-X"], "Argument expected for the -X option"), (["-qW"], "Argument expected for the -W option"),
        (["--check-hash-based-pycs"], "Argument expected for the --check-hash-based-pycs options"),
        (
            ["--check-hash-based-pycs", "x"],
            "--check-hash-based-pycs must be one of 'default', 'always', or 'never'"
        ),
        (["--clock", "slow"], "minipy: --clock is 'real' or 'virtual', not 'slow'"),
        (["--color=red"], "minipy: --color is 'auto', 'always' or 'never', not 'red'"),
        (["dis"], "minipy dis: one FILE expected"), (["completions", "csh"], "minipy completions: SHELL is bash"),
        (["man", "x"], "minipy man: no argument expected"),
    ])
    func wrongUse(arguments: [String], message: String) throws {
        let finished = try minipy(arguments)
        #expect(finished.status == 2)
        #expect(finished.output.isEmpty)
        #expect(finished.error.hasPrefix(message), "\(finished.error)")
    }

    /// Values that CPython refuses before it runs anything.
    @Test(arguments: [
        ([:], ["-X", "int_max_str_digits=5"], "config_init_int_max_str_digits: -X int_max_str_digits: invalid limit"),
        (["PYTHONINTMAXSTRDIGITS": "x"], [], "config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: invalid limit"),
        ([:], ["-X", "utf8=2"], "preconfig_init_utf8_mode: invalid -X utf8 option value"),
        (
            [:], ["-X", "cpu_count=0"],
            "config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number"
        ),
        (["PYTHONHASHSEED": "x"], [], "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer"),
    ])
    func refusedValues(variables: [String: String], options: [String], message: String) throws {
        let finished = try minipy(options + ["-c", "print(1)"], variables: variables)
        #expect(finished.status == 1)
        #expect(finished.output.isEmpty)
        #expect(finished.error.hasPrefix("Fatal Python error: \(message)"), "\(finished.error)")
        #expect(try minipy(["-E", "-c", "print(1)"], variables: variables).output == "1\n")
    }

    // MARK: Help

    @Test func helpFitsTheScreenAndKnowsAllOptions() throws {
        let help = try minipy(["--help"]).output
        #expect(help.hasPrefix("usage: minipy [option] ..."))
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
        for letter in "bBcdEhiImOPqsSuvVWxX" { #expect(help.contains("\n  -\(letter)"), "-\(letter)") }
        for name in ["--help", "--version", "--clock", "--color", "--help-env"] { #expect(help.contains(name)) }
        #expect(try minipy(["-?"]).output == help)
        #expect(try minipy(["-qh"]).output == help)
        let all = try minipy(["--help-all"]).output
        #expect(all.hasPrefix(help))
        for option in ["--help-env", "--help-xoptions"] { #expect(all.contains(try minipy([option]).output)) }
        #expect(all.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func versions() throws {
        let short = try minipy(["-V"]).output
        #expect(short.hasPrefix("minipy ") && short.contains("(Python 3.13."))
        #expect(try minipy(["--version"]).output == short)
        let long = try minipy(["-VV"]).output
        #expect(long.hasPrefix(short.dropLast()) && long.count > short.count)
    }

    /// `minipy man > docs/minipy.1` makes it anew (`make manual`).
    @Test func manualPageIsCurrent() throws {
        let page = try String(contentsOf: Repository.root.appending(path: "docs/minipy.1"), encoding: .utf8)
        #expect(try minipy(["man"]).output == page)
    }

    // MARK: Completions

    private static func has(_ shell: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/bin/\(shell)")
            || FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
    }

    /// What bash offers for a line whose last word is being typed.
    private func bash(_ words: [String]) throws -> [String] {
        let script = try minipy(["completions", "bash"]).output
        let driver = """
            COMP_WORDS=(minipy "$@"); COMP_CWORD=$#
            _minipy
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let finished = try run(["/usr/bin/env", "bash", "-c", script + driver, "bash"] + words)
        #expect(finished.error.isEmpty)
        return finished.output.split(separator: "\n").map(String.init)
    }

    @Test(.enabled(if: has("bash"), "no bash"))
    func bashCompletes() throws {
        #expect(try bash(["--cl"]) == ["--clock"])
        #expect(try bash(["--clock", ""]) == ["real", "virtual"])
        #expect(try bash(["--clock", "=", "v"]) == ["virtual"])
        #expect(try bash(["--color", "="]) == ["auto", "always", "never"])
        #expect(try bash(["-q", "-X", "imp"]) == ["importtime"])
        #expect(try bash(["-W", "e"]) == ["error"])
        #expect(try bash(["compl"]) == ["completions"])
        #expect(try bash(["completions", "f"]) == ["fish"])
        #expect(try bash(["--clock", "virtual", "--ver"]) == ["--version"])
        // What follows the program is the program's own.
        #expect(try bash(["program.py", "--ver"]).isEmpty)
        #expect(try bash(["-c", "pass", "--ver"]).isEmpty)
        let folder = Repository.root.appending(path: "samples").path
        #expect(try bash(["\(folder)/gather."]) == ["\(folder)/gather.mpy"])
    }

    @Test(arguments: ["bash", "zsh", "fish"].filter(has))
    func completionsParse(shell: String) throws {
        let script = try minipy(["completions", shell]).output
        #expect(script.contains("minipy"))
        let finished = try run(["/usr/bin/env", shell, "-n", "/dev/stdin"], input: script)
        #expect(finished.status == 0 && finished.error.isEmpty, "\(finished.error)")
    }

    // MARK: What options do

    /// The first line is skipped, and the others keep their numbers.
    @Test func skippedFirstLine() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "minipy-\(UUID().uuidString).py")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("not Python )]\nimport sys\nprint(sys._getframe().f_lineno)\n".utf8).write(to: file)
        #expect(try minipy(["-x", file.path]).output == "3\n")
        #expect(try minipy([file.path]).status == 1)
        #expect(try minipy(["-x", "-c", "print(1)"]).output == "1\n")
    }

    @Test func importsAreTold() throws {
        let verbose = try minipy(["-v", "-c", "import string"])
        #expect(verbose.error.contains("import 'string' # <library>/string.mpy\n"))
        let times = try minipy(["-X", "importtime", "-c", "import string"])
        #expect(times.error.hasPrefix("import time: self [us] | cumulative | imported package\n"))
        #expect(times.error.contains(" | string\n"))
    }

    @Test func colorsByOption() throws {
        let colored = "\u{1B}[1;35mZeroDivisionError\u{1B}[0m: \u{1B}[35mdivision by zero\u{1B}[0m\n"
        #expect(try minipy(["--color", "always", "-c", "1/0"]).error.hasSuffix(colored))
        for options in [[], ["--color=auto"], ["--color", "never"]] {
            #expect(try minipy(options + ["-c", "1/0"]).error.hasSuffix("\nZeroDivisionError: division by zero\n"))
        }
        let never = try minipy(["--color=never", "-c", "1/0"], variables: ["PYTHON_COLORS": "1"])
        #expect(!never.error.contains("\u{1B}"))
    }

    // MARK: The prompt

    /// The session that the READMEs show is what minipy prints. `scripts/walkthrough --write` records it anew.
    @Test(.enabled(if: has("python3"), "no Python to drive the terminal"))
    func walkThroughIsCurrent() throws {
        let script = Repository.root.appending(path: "scripts/walkthrough").path
        let finished = try #require(
            try ChildProcess.run(
                ["/usr/bin/env", "python3", script, "--minipy", Interpreter.minipyPath],
                environment: Interpreter.plainEnvironment, timeout: .seconds(300)),
            "the session did not end")
        #expect(finished.status == 0, "\(finished.output)\(finished.error)")
    }
}
