/// Raising exceptions: every function here makes an exception pending and gives the `Raise` to throw.
extension Machine {
    /// Makes an exception of a built-in class with one message pending.
    @inline(never)
    func raise(_ type: BuiltinType, _ message: String) -> Raise { raise(makeException(type, string(message))) }

    /// The same for a text without interpolations.
    @inline(never)
    func raise(_ type: BuiltinType, _ message: StaticString) -> Raise { raise(makeException(type, string(message))) }

    /// Makes an exception of a built-in class without arguments pending.
    func raise(_ type: BuiltinType) -> Raise { raise(makeException(type)) }

    /// Makes an exception of a built-in class with one argument pending (`KeyError(key)`).
    func raise(_ type: BuiltinType, value: Value) -> Raise { raise(makeException(type, value)) }

    /// Makes an exception of any class pending, with a message.
    @inline(never)
    func raise(_ type: TypeRef, _ message: String) -> Raise {
        do throws(Raise) {
            return raise(try call(type.value, string(message)))
        } catch {
            return error
        }
    }

    /// Makes an exception object pending. Its context becomes the exception that is being handled.
    func raise(_ exception: Value) -> Raise {
        setContext(exception)
        state.pointee.pending = exception
        return Raise()
    }

    /// StopIteration with a value.
    func raiseStopIteration(_ value: Value) -> Raise {
        raise(value.isNone || value.isUnbound ? makeException(.stopIteration) : makeException(.stopIteration, value))
    }

    func raiseMemoryError() -> Raise { raise(makeException(.memoryError)) }

    /// OSError (or the subclass for that number) of a failed system call; `filename` may be unbound.
    func raiseOSError(_ number: Int32, filename: Value = .unbound) -> Raise {
        let text = string(String(cString: strerror(number)))
        let args = filename.isBound ? tuple(int(Int(number)), text, filename) : tuple(int(Int(number)), text)
        let type = OSErrorMethods.subclass(forNumber: Int(number))
        let exception = makeException(self.type(type), args: args)
        return raise(exception)
    }

    // MARK: Making exceptions

    /// An instance of a built-in exception class.
    func makeException(_ type: BuiltinType, _ args: Value...) -> Value {
        let tuple = args.withUnsafeBufferPointer { self.tuple(from: $0) }
        return makeException(self.type(type), args: tuple)
    }

    /// An instance of a built-in exception class (no script code runs) with a tuple of arguments.
    func makeException(_ type: TypeRef, args: Value) -> Value {
        let value = allocateInstance(of: type)
        let exception = Exception(value)
        exception.pointer.pointee.args = args
        exception.pointer.pointee.traceback = .none
        exception.pointer.pointee.context = .none
        exception.pointer.pointee.cause = .none
        ExceptionMethods.fill(self, exception, Tuple(args))
        return value
    }

    /// Sets the context of an exception that is about to be raised to the one being handled. A cycle that this would
    /// close is cut where it comes back to the exception.
    func setContext(_ exception: Value) { setContext(exception, to: state.pointee.handled) }

    func setContext(_ exception: Value, to handled: Value) {
        guard handled.isCell, handled != exception, exception.isKind(.exception) else { return }
        var current = handled
        var slow = handled
        var advancesSlow = false
        while true {
            let context = Exception(current).pointer.pointee.context
            guard context.isCell else { break }
            if context == exception {
                Exception(current).pointer.pointee.context = .none
                break
            }
            current = context
            // A cycle made by the program itself: stop when the slow walker is met.
            if current == slow { break }
            if advancesSlow { slow = Exception(slow).pointer.pointee.context }
            advancesSlow.toggle()
        }
        Exception(exception).pointer.pointee.context = handled
    }

    // MARK: The pending exception

    /// The exception on its way, or unbound.
    @inline(__always) var pending: Value { state.pointee.pending }

    /// Catches the pending exception.
    func takePending() -> Value {
        let exception = state.pointee.pending
        state.pointee.pending = .unbound
        return exception
    }

    /// Forgets the pending exception.
    @inline(__always) func clearPending() { state.pointee.pending = .unbound }

    /// Whether the pending exception is an instance of a built-in class.
    func pendingMatches(_ type: BuiltinType) -> Bool {
        let exception = state.pointee.pending
        return exception.isCell && exception.cell.type.isSubtype(of: self.type(type))
    }

    // MARK: The `raise` statement

    /// `raise value` or `raise value from cause` (cause unbound without); a class is called. Without a value the handled
    /// exception is raised again.
    func raiseStatement(_ value: Value, cause: Value) -> Raise {
        if value.isUnbound {
            let handled = state.pointee.handled
            if handled.isKind(.exception) { return reraise(handled) }
            return raise(.runtimeError, "No active exception to reraise")
        }
        do throws(Raise) {
            let exception = try exceptionToRaise(value, isCause: false)
            if cause.isBound {
                let causeException = cause.isNone ? Value.none : try exceptionToRaise(cause, isCause: true)
                Exception(exception).pointer.pointee.cause = causeException
                Exception(exception).pointer.pointee.suppressContext = true
            }
            return raise(exception)
        } catch {
            return error
        }
    }

    /// An instance for what a `raise` statement or `throw()` names.
    func exceptionToRaise(_ value: Value, isCause: Bool) throws(Raise) -> Value {
        if value.isKind(.exception) { return value }
        if value.isKind(.type), TypeRef(value).isException {
            let result = try call(value)
            if result.isKind(.exception) { return result }
            throw raise(
                .typeError,
                "calling \(reprText(value)) should have returned an instance of BaseException, not \(reprText(typeOf(result).value))"
            )
        }
        throw raise(
            .typeError,
            isCause ? "exception causes must derive from BaseException" : "exceptions must derive from BaseException")
    }

    /// Whether an exception matches what stands after `except`: a class or a tuple of classes.
    func exceptionMatches(_ exception: Value, _ pattern: Value) throws(Raise) -> Bool {
        if pattern.isKind(.type), TypeRef(pattern).isException {
            return typeOf(exception).isSubtype(of: TypeRef(pattern))
        }
        if pattern.isKind(.tuple) {
            let tuple = Tuple(pattern)
            for index in 0..<tuple.count where !(tuple[index].isKind(.type) && TypeRef(tuple[index]).isException) {
                throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
            }
            for index in 0..<tuple.count where typeOf(exception).isSubtype(of: TypeRef(tuple[index])) { return true }
            return false
        }
        throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
    }
}

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
