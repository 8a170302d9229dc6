extension Machine {
    /// Gives the built-in types their methods and makes the modules that exist from the start.
    func installAll() {
        installObjectModel()
        installExceptions()
        installNumbers()
        installStrings()
        installContainers()
        installGenerators()
        installEventLoop()
        installBuiltins()
    }
}
