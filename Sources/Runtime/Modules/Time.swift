/// The `time` module.
enum TimeModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
    }
}
