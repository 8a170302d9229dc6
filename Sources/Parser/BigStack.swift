#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs work on a thread of its own with a stack of a chosen size.
enum BigStack {
    /// Enough for 6000 rules of `Diagnosis` that are followed at once, also in a debug build.
    private static let defaultSize = 512 << 20

    private final class Job: @unchecked Sendable {
        let work: () -> Void
        init(_ work: @escaping () -> Void) { self.work = work }
    }

    /// Runs the work to its end; on the caller's own stack should no thread be had.
    static func run(size: Int = defaultSize, _ work: @escaping () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, size)
        let job = Unmanaged.passRetained(Job(work))
        #if canImport(Glibc)
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, job.toOpaque())
        guard status == 0 else {
            job.takeRetainedValue().work()
            return
        }
        pthread_join(thread, nil)
        #else
        var thread: pthread_t?
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, job.toOpaque())
        guard status == 0, let thread else {
            job.takeRetainedValue().work()
            return
        }
        pthread_join(thread, nil)
        #endif
    }
}
