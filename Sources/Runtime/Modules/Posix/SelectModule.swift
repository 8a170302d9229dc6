#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `select`: waiting for descriptors.
enum SelectModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Waiting until something can be read or written.")
        for (name, value) in [
            ("POLLIN", POLLIN), ("POLLOUT", POLLOUT), ("POLLERR", POLLERR), ("POLLHUP", POLLHUP),
            ("POLLNVAL", POLLNVAL), ("POLLPRI", POLLPRI),
        ] as [(StaticString, Int32)] {
            module.add(name, m.int(Int(value)))
        }
        module.add("PIPE_BUF", m.int(4096))
        module.add("error", m.type(.osError).value)
        module.add([
            Native("select", .positional(3, 4), style: .function, select),
            Native("_poll", .positional(2, 2), style: .function, pollList),
        ])
    }

    /// The descriptor of an int or of something with `fileno()`.
    static func descriptor(_ m: Machine, _ value: Value) throws(Raise) -> Int32 {
        var number = value
        if !m.isInt(value) {
            let method = try m.attributeIfPresent(value, "fileno")
            guard method.isBound else {
                throw m.raise(.typeError, "argument must be an int, or have a fileno() method.")
            }
            number = try m.call(method)
            guard m.isInt(number) else { throw m.raise(.typeError, "fileno() returned a non-integer") }
        }
        let result = try PosixModule.int32(m, number)
        if result < 0 { throw m.raise(.valueError, "file descriptor cannot be a negative integer (\(result))") }
        return result
    }

    /// Waits; the number of descriptors that are ready.
    private static func wait(_ m: Machine, _ requests: inout [pollfd], _ timeout: Int64) throws(Raise) {
        let deadline = timeout < 0 ? Int64.max : Clock.system(CLOCK_MONOTONIC) &+ timeout
        while true {
            let left = timeout < 0 ? -1 : max(0, deadline &- Clock.system(CLOCK_MONOTONIC))
            let milliseconds = left < 0 ? -1 : Int32(min((left + 999_999) / 1_000_000, Int64(Int32.max)))
            let result = poll(&requests, nfds_t(requests.count), milliseconds)
            if result >= 0 { return }
            if errno != EINTR { throw m.raiseOSError(errno) }
            try m.checkSignals()
        }
    }

    private static func timeout(_ m: Machine, _ value: Value, scale: Double) throws(Raise) -> Int64 {
        if value.isUnbound || value.isNone { return -1 }
        var number = 0.0
        if let double = m.doubleValue(value) {
            number = double
        } else if m.isInt(value) {
            number = Double(try m.sizeArgument(value))
        } else {
            throw m.raise(.typeError, "timeout must be a float or None")
        }
        return Int64(min(max(number * scale, -1), 4e18))
    }

    /// `select(rlist, wlist, xlist, timeout=None)`.
    private static func select(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let limit = try timeout(m, a.optional(3), scale: 1e9)
        if limit < 0, a.count > 3, !a[3].isNone { throw m.raise(.valueError, "timeout must be non-negative") }
        var requests: [pollfd] = []
        let lists = m.list()
        for index in 0..<3 {
            guard let items = try? m.listFromIterable(a[index]) else {
                m.clearPending()
                throw m.raise(.typeError, "arguments 1-3 must be sequences")
            }
            lists.append(m, items.value)
            for position in 0..<items.count {
                let events = index == 0 ? POLLIN : index == 1 ? POLLOUT : POLLPRI
                let number = try descriptor(m, items[position])
                if number >= 1024 { throw m.raise(.valueError, "filedescriptor out of range in select()") }
                requests.append(pollfd(fd: number, events: Int16(events), revents: 0))
            }
        }
        try wait(m, &requests, limit)
        if requests.contains(where: { Int32($0.revents) & Int32(POLLNVAL) != 0 }) { throw m.raiseOSError(EBADF) }
        let results = m.list()
        var place = 0
        for index in 0..<3 {
            let items = List(lists[index])
            let ready = m.list()
            for position in 0..<items.count {
                let wanted =
                    index == 0
                    ? Int32(POLLIN) | Int32(POLLHUP) | Int32(POLLERR)
                    : index == 1 ? Int32(POLLOUT) | Int32(POLLERR) : Int32(POLLPRI)
                if Int32(requests[place].revents) & wanted != 0 { ready.append(m, items[position]) }
                place += 1
            }
            results.append(m, ready.value)
        }
        return m.tuple(results[0], results[1], results[2])
    }

    /// `_poll([(descriptor, events), …], milliseconds)`: a list of (descriptor, events).
    private static func pollList(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        let given = try m.listFromIterable(a[0])
        var requests: [pollfd] = []
        for index in 0..<given.count {
            let pair = given[index]
            guard pair.isKind(.tuple), Tuple(pair).count == 2 else { continue }
            requests.append(
                pollfd(
                    fd: try PosixModule.int32(m, Tuple(pair)[0]),
                    events: Int16(truncatingIfNeeded: try m.sizeArgument(Tuple(pair)[1])), revents: 0))
        }
        try wait(m, &requests, try timeout(m, a[1], scale: 1e6))
        let ready = m.list()
        for request in requests where request.revents != 0 {
            ready.append(
                m, m.tuple(m.int(Int(request.fd)), m.int(Int(UInt16(bitPattern: request.revents)))))
        }
        return ready.value
    }
}
