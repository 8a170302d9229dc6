/// A command of the prompt: `:NAME ARGUMENT`.
struct SessionCommand {
    let name: String
    /// What its argument is called, if it has one.
    let argument: String?
    let help: String
    /// Gets the text behind the name, without the spaces around it.
    let run: (Session, String) throws(Raise) -> Void
}

extension SessionCommand {
    /// All of them, in the order in which `:help` lists them.
    static var all: [SessionCommand] {
        [SessionCommand(name: "help", argument: nil, help: "list the commands", run: showHelp), tasks, time, dis]
    }

    private static func showHelp(_ session: Session, _ argument: String) throws(Raise) {
        for command in all {
            let left = ":" + command.name + (command.argument.map { " " + $0 } ?? "")
            session.write(left + String(repeating: " ", count: max(1, 20 - left.utf8.count)) + command.help + "\n")
        }
    }
}

extension Session {
    /// The commands of the prompt and what they do, for the manual page.
    public static var commands: [(name: String, argument: String?, help: String)] {
        SessionCommand.all.map { ($0.name, $0.argument, $0.help) }
    }

    /// Runs the command that a line beginning with a colon asks for.
    func runCommand(_ line: String) throws(Raise) {
        let words = line.dropFirst().split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        let name = words.first.map(String.init) ?? ""
        var argument = words.count > 1 ? words[1] : ""
        while argument.last == " " { argument.removeLast() }
        guard let command = SessionCommand.all.first(where: { $0.name == name }) else {
            return write("There is no command :\(name); :help lists them.\n")
        }
        try command.run(self, String(argument))
    }
}
