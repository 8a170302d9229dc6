/// Where the lines of a session come from, and how it asks for them: a line editor on a terminal, or a plain stream.
///
/// Lines are read a piece at a time, when the descriptor has something to read, so that a loop can run meanwhile.
public protocol SessionPrompt: AnyObject {
    /// What the lines come from.
    var descriptor: Int32 { get }
    /// There is a terminal: output has to stay clear of the line being typed, continuation lines get indented.
    var isTerminal: Bool { get }
    /// A line has been read ahead already.
    var hasLine: Bool { get }

    /// Shows a prompt and begins a line, with some text in it already.
    func begin(_ prompt: String, text: String)
    /// The descriptor has something to read. Gives the line when there is a whole one.
    func read() -> SessionLine?
    /// Whether more is waiting to be read at this moment, as when a text was pasted.
    func hasMore() -> Bool
    /// Ends the line being typed, which is not wanted any more.
    func abandon()
    /// Takes prompt and line from the screen; puts them back.
    func hide()
    func show()
    /// The process was stopped and goes on, or is about to be stopped.
    func suspend()
    func resume()
    /// The size of the terminal may have changed.
    func adaptToSize()
    /// Keeps a statement among those that can be called up again.
    func remember(_ statement: String)
}

/// What a prompt gives.
public enum SessionLine: Sendable {
    /// Without its end; several lines if that many were pasted at once.
    case text(String)
    /// The end of the input.
    case end
}
