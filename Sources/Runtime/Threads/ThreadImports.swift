/// Modules that one thread is loading while another one asks for them.
extension Machine {
    /// Notes that this thread loads a module, for as long as `body` runs.
    func whileLoading(_ name: Value, _ body: () throws(Raise) -> Value) throws(Raise) -> Value {
        runtime.pointee.threads.loading.append((name.bits, state))
        defer {
            if let place = runtime.pointee.threads.loading.lastIndex(where: { $0 == (name.bits, state) }) {
                runtime.pointee.threads.loading.remove(at: place)
            }
        }
        return try body()
    }

    /// The thread that loads a module, the one that began last if there are several.
    private func loader(of module: UInt64) -> UnsafeMutablePointer<MachineState>? {
        runtime.pointee.threads.loading.last { $0.module == module }?.owner
    }

    /// Whether another thread is still loading a module and this one has to wait for it. Threads that wait for each
    /// other's modules get them as they are.
    func mustWait(forModule name: Value) -> Bool {
        guard var owner = loader(of: name.bits) else { return false }
        for _ in 0..<1000 {
            if owner == state { return false }
            guard let wanted = runtime.pointee.threads.waitingForModule[owner], let next = loader(of: wanted)
            else { return true }
            owner = next
        }
        return false
    }

    /// Waits until no other thread is loading the module.
    func wait(forModule name: Value) throws(Raise) {
        runtime.pointee.threads.waitingForModule[state] = name.bits
        defer { runtime.pointee.threads.waitingForModule[state] = nil }
        while mustWait(forModule: name) {
            state.pointee.isWoken = false
            park(1_000_000)
            if state.pointee.interrupt.pointee & InterruptReason.signal != 0 { try safepoint() }
        }
    }
}
