#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The module `errno`: names of the system's error numbers.
enum ErrnoModule {
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        module.doc("Names of the system's error numbers.")
        let codes = m.dict()
        for (name, number) in numbers {
            module.add(name, m.int(Int(number)))
            let key = m.int(Int(number))
            try m.dictSet(codes, key, m.internStatic(name))
        }
        module.add("errorcode", codes.value)
    }

    private static var numbers: [(StaticString, Int32)] {
        var list: [(StaticString, Int32)] = [
            ("EWOULDBLOCK", EWOULDBLOCK), ("EPERM", EPERM), ("ENOENT", ENOENT), ("ESRCH", ESRCH), ("EINTR", EINTR),
            ("EIO", EIO), ("ENXIO", ENXIO),
            ("E2BIG", E2BIG), ("ENOEXEC", ENOEXEC), ("EBADF", EBADF), ("ECHILD", ECHILD), ("EAGAIN", EAGAIN),
            ("ENOMEM", ENOMEM), ("EACCES", EACCES), ("EFAULT", EFAULT), ("EBUSY", EBUSY), ("EEXIST", EEXIST),
            ("EXDEV", EXDEV), ("ENODEV", ENODEV), ("ENOTDIR", ENOTDIR), ("EISDIR", EISDIR), ("EINVAL", EINVAL),
            ("ENFILE", ENFILE), ("EMFILE", EMFILE), ("ENOTTY", ENOTTY), ("ETXTBSY", ETXTBSY), ("EFBIG", EFBIG),
            ("ENOSPC", ENOSPC), ("ESPIPE", ESPIPE), ("EROFS", EROFS), ("EMLINK", EMLINK), ("EPIPE", EPIPE),
            ("EDOM", EDOM), ("ERANGE", ERANGE), ("EDEADLK", EDEADLK), ("ENAMETOOLONG", ENAMETOOLONG),
            ("ENOLCK", ENOLCK), ("ENOSYS", ENOSYS), ("ENOTEMPTY", ENOTEMPTY), ("ELOOP", ELOOP),
            ("ENOMSG", ENOMSG), ("EIDRM", EIDRM), ("ENOTBLK", ENOTBLK),
            ("ENOSTR", ENOSTR), ("ENODATA", ENODATA), ("ETIME", ETIME), ("ENOSR", ENOSR), ("EREMOTE", EREMOTE),
            ("ENOLINK", ENOLINK), ("EPROTO", EPROTO), ("EMULTIHOP", EMULTIHOP), ("EBADMSG", EBADMSG),
            ("EOVERFLOW", EOVERFLOW), ("EILSEQ", EILSEQ), ("EUSERS", EUSERS), ("ENOTSOCK", ENOTSOCK),
            ("EDESTADDRREQ", EDESTADDRREQ), ("EMSGSIZE", EMSGSIZE), ("EPROTOTYPE", EPROTOTYPE),
            ("ENOPROTOOPT", ENOPROTOOPT), ("EPROTONOSUPPORT", EPROTONOSUPPORT), ("ESOCKTNOSUPPORT", ESOCKTNOSUPPORT),
            ("EOPNOTSUPP", EOPNOTSUPP), ("EPFNOSUPPORT", EPFNOSUPPORT), ("EAFNOSUPPORT", EAFNOSUPPORT),
            ("EADDRINUSE", EADDRINUSE), ("EADDRNOTAVAIL", EADDRNOTAVAIL), ("ENETDOWN", ENETDOWN),
            ("ENETUNREACH", ENETUNREACH), ("ENETRESET", ENETRESET), ("ECONNABORTED", ECONNABORTED),
            ("ECONNRESET", ECONNRESET), ("ENOBUFS", ENOBUFS), ("EISCONN", EISCONN), ("ENOTCONN", ENOTCONN),
            ("ESHUTDOWN", ESHUTDOWN), ("ETOOMANYREFS", ETOOMANYREFS), ("ETIMEDOUT", ETIMEDOUT),
            ("ECONNREFUSED", ECONNREFUSED), ("EHOSTDOWN", EHOSTDOWN), ("EHOSTUNREACH", EHOSTUNREACH),
            ("EALREADY", EALREADY), ("EINPROGRESS", EINPROGRESS), ("ESTALE", ESTALE), ("EDQUOT", EDQUOT),
            ("ECANCELED", ECANCELED), ("EOWNERDEAD", EOWNERDEAD), ("ENOTRECOVERABLE", ENOTRECOVERABLE),
            ("ENOTSUP", ENOTSUP),
        ]
        #if os(Linux)
        list += [
            ("EDEADLOCK", 35), ("ECHRNG", 44), ("EL2NSYNC", 45), ("EL3HLT", 46), ("EL3RST", 47), ("ELNRNG", 48),
            ("EUNATCH", 49), ("ENOCSI", 50), ("EL2HLT", 51), ("EBADE", 52), ("EBADR", 53), ("EXFULL", 54),
            ("ENOANO", 55), ("EBADRQC", 56), ("EBADSLT", 57), ("EBFONT", 59), ("ENONET", 64), ("ENOPKG", 65),
            ("EADV", 68), ("ESRMNT", 69), ("ECOMM", 70), ("EDOTDOT", 73), ("ENOTUNIQ", 76), ("EBADFD", 77),
            ("EREMCHG", 78), ("ELIBACC", 79), ("ELIBBAD", 80), ("ELIBSCN", 81), ("ELIBMAX", 82), ("ELIBEXEC", 83),
            ("ERESTART", 85), ("ESTRPIPE", 86), ("EUCLEAN", 117), ("ENOTNAM", 118), ("ENAVAIL", 119), ("EISNAM", 120),
            ("EREMOTEIO", 121), ("ENOMEDIUM", 123), ("EMEDIUMTYPE", 124), ("ENOKEY", 126), ("EKEYEXPIRED", 127),
            ("EKEYREVOKED", 128), ("EKEYREJECTED", 129), ("ERFKILL", 132),
        ]
        #endif
        return list
    }
}
