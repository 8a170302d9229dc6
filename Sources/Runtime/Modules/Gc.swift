/// The `gc` module.
enum GcModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.add([
            Native("collect", .signature("generation=2"), style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                .none
            }
        ])
    }
}
