#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Calendar times: `gmtime`, `localtime`, `mktime`, `strftime`, `asctime`, `ctime`.
extension TimeModule {
    static var calendar: [Native] {
        [
            Native("gmtime", .positional(0, 1), style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                try calendarTime(m, a.optional(0), isLocal: false)
            },
            Native("localtime", .positional(0, 1), style: .function) {
                (m: Machine, a: Arguments) throws(Raise) -> Value in
                try calendarTime(m, a.optional(0), isLocal: true)
            },
            Native("mktime", .one, style: .function, makeTime),
            Native("asctime", .positional(0, 1), style: .function, asctime),
            Native("ctime", .positional(0, 1), style: .function, ctime),
            Native("strftime", .positional(1, 2), style: .function, strftime),
            Native("tzset", .none, style: .function) { (m: Machine, a: Arguments) throws(Raise) -> Value in
                tzset()
                let module = m.dictGet(m.modules, name: m.internStatic("time"))
                if module.isKind(.module) {
                    addZone(m, ModuleBuilder(m, module: module, name: m.internStatic("time")))
                }
                return .none
            },
        ]
    }

    /// `timezone`, `altzone`, `daylight`, `tzname`, as January and July of the current year have them.
    static func addZone(_ m: Machine, _ module: ModuleBuilder) {
        var now = Glibc_time()
        var today = tm()
        gmtime_r(&now, &today)
        func offset(_ month: Int32) -> (Int, String) {
            var date = tm()
            date.tm_year = today.tm_year
            date.tm_mon = month
            date.tm_mday = 1
            date.tm_isdst = -1
            var time = mktime(&date)
            localtime_r(&time, &date)
            return (date.tm_gmtoff, date.tm_zone.map { String(cString: $0) } ?? "UTC")
        }
        let january = offset(0)
        let july = offset(6)
        let (standard, summer) = january.0 <= july.0 ? (january, july) : (july, january)
        module.add("timezone", m.int(-standard.0))
        module.add("altzone", m.int(-summer.0))
        module.add("daylight", m.int(standard.0 == summer.0 ? 0 : 1))
        module.add("tzname", m.tuple(m.intern(standard.1), m.intern(summer.1)))
    }

    private static func Glibc_time() -> time_t { time(nil) }

    /// Seconds since 1970 of an argument, the current time without one; rounded down.
    private static func seconds(_ m: Machine, _ value: Value) throws(Raise) -> time_t {
        if value.isUnbound || value.isNone {
            let now = m.clock.pointee.realtime()
            return time_t(now / 1_000_000_000)
        }
        if let seconds = m.doubleValue(value) {
            if seconds.isNaN { throw m.raise(.valueError, "Invalid value NaN (not a number)") }
            guard abs(seconds) < 9.2e18 else {
                throw m.raise(.overflowError, "timestamp out of range for platform time_t")
            }
            return time_t(seconds.rounded(.down))
        }
        let index = try m.index(value)
        guard let seconds = m.intValue(index) else {
            throw m.raise(.overflowError, "timestamp out of range for platform time_t")
        }
        return time_t(seconds)
    }

    private static func calendarTime(_ m: Machine, _ value: Value, isLocal: Bool) throws(Raise) -> Value {
        var time = try seconds(m, value)
        var date = tm()
        let result = isLocal ? localtime_r(&time, &date) : gmtime_r(&time, &date)
        if result == nil { throw m.raiseOSError(errno) }
        let zone = date.tm_zone.map { String(cString: $0) } ?? "UTC"
        let zoneName = m.intern(zone)
        m.keepZone(zoneName)
        let type = TypeRef(m.timeType)
        return StructSequence.make(
            m, type,
            [
                m.int(Int(date.tm_year) + 1900), m.int(Int(date.tm_mon) + 1), m.int(Int(date.tm_mday)),
                m.int(Int(date.tm_hour)), m.int(Int(date.tm_min)), m.int(Int(date.tm_sec)),
                m.int((Int(date.tm_wday) + 6) % 7), m.int(Int(date.tm_yday) + 1), m.int(Int(date.tm_isdst)),
                zoneName, m.int(Int(date.tm_gmtoff)),
            ], hidden: 2)
    }

    /// The C form of a nine-tuple; fields are not checked for their ranges.
    private static func fields(_ m: Machine, _ value: Value) throws(Raise) -> tm {
        guard value.isKind(.tuple) else { throw m.raise(.typeError, "Tuple or struct_time argument required") }
        let tuple = Tuple(value)
        guard tuple.count == 9 else {
            throw m.raise(.typeError, "mktime(): illegal time tuple argument")
        }
        var numbers: [Int] = []
        for index in 0..<9 {
            let number = try m.index(tuple[index])
            guard let int = m.intValue(number), abs(int) < 1 << 31 else {
                throw m.raise(.overflowError, "signed integer is greater than maximum")
            }
            numbers.append(int)
        }
        if numbers[0] < Int(Int32.min) + 1900 { throw m.raise(.overflowError, "year out of range") }
        var date = tm()
        date.tm_year = Int32(numbers[0] - 1900)
        date.tm_mon = Int32(numbers[1] - 1)
        date.tm_mday = Int32(numbers[2])
        date.tm_hour = Int32(numbers[3])
        date.tm_min = Int32(numbers[4])
        date.tm_sec = Int32(numbers[5])
        date.tm_wday = Int32((numbers[6] % 7 + 1) % 7)
        date.tm_yday = Int32(numbers[7] - 1)
        date.tm_isdst = Int32(numbers[8])
        let type = m.typeOf(value)
        if type.value == m.timeType, type != m.type(.tuple), let offset = m.intValue(tuple.items[10]) {
            date.tm_gmtoff = offset
        }
        return date
    }

    /// The same with the checks of `strftime` and `asctime`; zeros count as ones where only those make sense.
    private static func checkedFields(_ m: Machine, _ value: Value, _ function: StaticString) throws(Raise) -> tm {
        if value.isKind(.tuple), Tuple(value).count != 9 {
            throw m.raise(.typeError, "\(function)(): illegal time tuple argument")
        }
        var date = try fields(m, value)
        if date.tm_mon == -1 { date.tm_mon = 0 }
        if date.tm_mday == 0 { date.tm_mday = 1 }
        if date.tm_yday == -1 { date.tm_yday = 0 }
        let checks: [(Bool, StaticString)] = [
            (0...11 ~= date.tm_mon, "month out of range"), (1...31 ~= date.tm_mday, "day of month out of range"),
            (0...23 ~= date.tm_hour, "hour out of range"), (0...59 ~= date.tm_min, "minute out of range"),
            (0...61 ~= date.tm_sec, "seconds out of range"), (0...6 ~= date.tm_wday, "day of week out of range"),
            (0...365 ~= date.tm_yday, "day of year out of range"),
        ]
        for (isRight, message) in checks where !isRight { throw m.raise(.valueError, message) }
        return date
    }

    private static func makeTime(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        var date = try fields(m, a[0])
        date.tm_wday = -1
        let time = mktime(&date)
        if time == -1, date.tm_wday == -1 { throw m.raise(.overflowError, "mktime argument out of range") }
        return Value(Double(time))
    }

    private static func text(_ m: Machine, _ date: tm) -> Value {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = date.tm_mday < 10 ? " \(date.tm_mday)" : "\(date.tm_mday)"
        return m.string(
            "\(days[Int(date.tm_wday)]) \(months[Int(date.tm_mon)]) \(day) "
                + "\(two(date.tm_hour)):\(two(date.tm_min)):\(two(date.tm_sec)) \(Int(date.tm_year) + 1900)")
    }

    private static func now(_ m: Machine, _ value: Value) throws(Raise) -> tm {
        var time = try seconds(m, value)
        var date = tm()
        if localtime_r(&time, &date) == nil { throw m.raiseOSError(errno) }
        return date
    }

    private static func asctime(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        text(m, a.count > 0 ? try checkedFields(m, a[0], "asctime") : try now(m, .unbound))
    }

    private static func ctime(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        text(m, try now(m, a.optional(0)))
    }

    private static func strftime(_ m: Machine, _ a: Arguments) throws(Raise) -> Value {
        guard m.isString(a[0]) else {
            throw m.raise(.typeError, "strftime() argument 1 must be str, not \(m.shortTypeName(a[0]))")
        }
        var date = a.count > 1 ? try checkedFields(m, a[1], "strftime") : try now(m, .unbound)
        let format = m.swiftString(a[0])
        if format.isEmpty { return m.runtime.pointee.emptyString }
        var size = 256 + format.utf8.count * 4
        while true {
            var buffer = [CChar](repeating: 0, count: size)
            let count = systemFormat(&buffer, size, format, &date)
            if count > 0 || size > 1 << 20 {
                return m.string(String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self))
            }
            // Formats that give nothing (`%p` in some locales) can't be told from a buffer that is too small.
            size *= 8
        }
    }

    private static func systemFormat(
        _ buffer: UnsafeMutablePointer<CChar>, _ size: Int, _ format: String, _ date: UnsafePointer<tm>
    ) -> Int {
        #if canImport(Glibc)
        Glibc.strftime(buffer, size, format, date)
        #else
        Darwin.strftime(buffer, size, format, date)
        #endif
    }
}

extension Machine {
    /// `time.struct_time`.
    fileprivate var timeType: Value {
        let module = dictGet(modules, name: intern("time"))
        if module.isKind(.module) {
            let type = dictGet(Dict(module.layout(ModuleLayout.self).pointee.dict), name: intern("struct_time"))
            if type.isKind(.type), TypeRef(type).instanceKind == .tuple, !TypeRef(type).isHeapType { return type }
        }
        return type(.tuple).value
    }

    /// Names of time zones are hidden fields, which the collector does not see: they live for ever, once each.
    fileprivate func keepZone(_ name: Value) {
        let roots = List(runtime.pointee.permanentRoots)
        for index in 0..<roots.count where roots[index] == name { return }
        keepForever(name)
    }
}
