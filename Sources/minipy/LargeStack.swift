#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private final class Job: @unchecked Sendable {
    let body: () -> Int
    var result = 0
    init(_ body: @escaping () -> Int) { self.body = body }
}

/// Runs `body` on a thread with 512 MB of stack (reserved, used page by page) and waits for it, so that deep recursion
/// through natives has room. Signals go to that thread.
func onLargeStack(_ body: @escaping @Sendable () -> Int) -> Int {
    let job = Job(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 << 20)
    let argument = Unmanaged.passRetained(job)
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    let error = pthread_create(&thread, &attributes, threadMain, argument.toOpaque())
    if error != 0 { return body() }
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    #if canImport(Glibc)
    pthread_join(thread, nil)
    #else
    if let thread { pthread_join(thread, nil) }
    #endif
    return job.result
}

#if canImport(Glibc)
private func threadMain(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    run(argument)
    return nil
}
#else
private func threadMain(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    run(argument)
    return nil
}
#endif

private func run(_ argument: UnsafeMutableRawPointer) {
    let job = Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()
    job.result = job.body()
}
