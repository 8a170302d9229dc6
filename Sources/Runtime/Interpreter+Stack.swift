import CLibrary

extension Interpreter {
    /// Runs `body` on a stack of 512 MB (reserved, used page by page), so that deep recursion through natives has room.
    /// Where that needs another thread, signals go to it.
    public static func onLargeStack(_ body: () -> Int) -> Int {
        var result = 0
        withoutActuallyEscaping(body) { body in
            let job = Job(body)
            minipy_run_on_stack(
                512 << 20,
                { context in
                    guard let context else { return }
                    let job = Unmanaged<Job>.fromOpaque(context).takeUnretainedValue()
                    job.result = job.body()
                }, Unmanaged.passUnretained(job).toOpaque())
            result = job.result
        }
        return result
    }
}

private final class Job {
    let body: () -> Int
    var result = 0
    init(_ body: @escaping () -> Int) { self.body = body }
}
