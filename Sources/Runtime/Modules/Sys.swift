/// The `sys` module.
enum SysModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
    }
}
