#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Runtime

exit(Command(CommandLine.arguments).run())
