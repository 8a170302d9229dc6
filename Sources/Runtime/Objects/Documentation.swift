/// What `__doc__` says of built-in types and functions that don't declare a text of their own.
enum Documentation {
    /// One sentence about each type that programs see in `builtins`.
    static let types: [(BuiltinType, StaticString)] = [
        (.type, "The class of classes. With one argument: the class of an object; with three: a new class."),
        (.property, "An attribute computed by functions that get, set and delete it."),
        (.classmethod, "A function of a class that gets the class as its first argument."),
        (.staticmethod, "A function of a class that gets neither instance nor class."),
        (.super, "Looks attributes up in the classes that follow a class in the method resolution order."),
        (.enumerate, "Pairs each item of an iterable with its number."),
        (.zip, "Takes one item of each iterable at a time."),
        (.map, "Calls a function with the items of iterables and gives the results."),
        (.filter, "The items of an iterable for which a function answers true."),
        (.reversed, "The items of a sequence from the last to the first."),
        (.noneType, "The class of None."),
        (.notImplementedType, "The class of NotImplemented."),
        (.ellipsis, "The class of the Ellipsis (...)."),
        (.function, "A function defined by a script."),
        (.method, "A function bound to an instance."),
        (.module, "A module: a namespace with a name."),
        (.simpleNamespace, "An object whose attributes are the keywords that it is made with."),
        (.genericAlias, "A class together with the types that it is parametrized by."),
        (.union, "Several types, one of which is meant."),
        (.textIOWrapper, "A stream of text over a stream of bytes."),
        (.mappingproxy, "A view of a mapping that can't be changed."),
        (.code, "The compiled body of a function, class or module."),
        (.baseException, "The base class of all exceptions."),
        (.exception, "The base class of all exceptions that don't end the program on purpose."),
        (.baseExceptionGroup, "Several exceptions of any kind, raised together."),
        (.generatorExit, "Asks a generator to end."),
        (.keyboardInterrupt, "The user interrupted the program."),
        (.systemExit, "Asks the interpreter to end the program."),
        (.arithmeticError, "The base class of errors of arithmetic."),
        (.floatingPointError, "A floating point operation failed."),
        (.overflowError, "A result is too large to be represented."),
        (.zeroDivisionError, "Division or modulo by zero."),
        (.assertionError, "An assertion does not hold."),
        (.attributeError, "An object has no such attribute."),
        (.bufferError, "An operation on a buffer failed."),
        (.eOFError, "The input ended too early."),
        (.importError, "A module, or a name in it, can't be imported."),
        (.moduleNotFoundError, "There is no such module."),
        (.lookupError, "The base class of errors of looking something up."),
        (.indexError, "A sequence has no item of such a number."),
        (.keyError, "A mapping has no such key."),
        (.memoryError, "There is not enough memory."),
        (.nameError, "A name is not defined."),
        (.unboundLocalError, "A local variable has no value yet."),
        (.osError, "The base class of errors of the operating system."),
        (.blockingIOError, "An operation would have to wait."),
        (.childProcessError, "An operation on a child process failed."),
        (.connectionError, "The base class of errors of connections."),
        (.brokenPipeError, "Nobody reads the other end of the pipe."),
        (.connectionAbortedError, "The connection was aborted."),
        (.connectionRefusedError, "The connection was refused."),
        (.connectionResetError, "The other side closed the connection."),
        (.fileExistsError, "There is such a file already."),
        (.fileNotFoundError, "There is no such file."),
        (.interruptedError, "A signal interrupted the operation."),
        (.isADirectoryError, "The operation does not work on directories."),
        (.notADirectoryError, "The operation works on directories only."),
        (.permissionError, "The operation is not permitted."),
        (.processLookupError, "There is no such process."),
        (.timeoutError, "The operation took too long."),
        (.referenceError, "What a weak proxy referred to is gone."),
        (.runtimeError, "An error of no other kind."),
        (.notImplementedError, "A subclass has to implement the method."),
        (.pythonFinalizationError, "The operation can't be done while the interpreter ends."),
        (.recursionError, "Calls are nested too deeply."),
        (.stopAsyncIteration, "An asynchronous iterator has no more items."),
        (.stopIteration, "An iterator has no more items."),
        (.syntaxError, "The program text is not valid."),
        (.indentationError, "The program text is not indented properly."),
        (.tabError, "The program text mixes tabs and spaces."),
        (.systemError, "An error inside the interpreter."),
        (.typeError, "An argument has the wrong type."),
        (.valueError, "An argument has the right type, but no acceptable value."),
        (.unicodeError, "The base class of errors of encoding and decoding."),
        (.unicodeDecodeError, "Bytes can't be decoded."),
        (.unicodeEncodeError, "A str can't be encoded."),
        (.unicodeTranslateError, "A str can't be translated."),
        (.warning, "The base class of all warnings."),
        (.bytesWarning, "A doubtful use of bytes."),
        (.deprecationWarning, "A feature is deprecated; meant for programmers."),
        (.encodingWarning, "The encoding was left to the locale."),
        (.futureWarning, "A feature will change; meant for users."),
        (.importWarning, "An import is probably a mistake."),
        (.pendingDeprecationWarning, "A feature will be deprecated."),
        (.resourceWarning, "A resource was not released."),
        (.runtimeWarning, "The program behaves doubtfully."),
        (.syntaxWarning, "The program text is doubtful."),
        (.unicodeWarning, "A doubtful use of Unicode."),
        (.userWarning, "A warning of the program's own."),
    ]

    /// One sentence about a function of `builtins`.
    private static func builtin(_ name: String) -> StaticString? {
        switch name {
        case "abs": "Return the absolute value of a number."
        case "aiter": "Return the asynchronous iterator of an object."
        case "all": "Tell whether every item of an iterable is true."
        case "anext": "Return the next item of an asynchronous iterator."
        case "any": "Tell whether some item of an iterable is true."
        case "ascii": "Return the repr of an object, with escapes for all that is not ASCII."
        case "bin": "Return the binary digits of an integer."
        case "breakpoint": "Call sys.breakpointhook()."
        case "callable": "Tell whether an object can be called."
        case "chr": "Return the character of a code point."
        case "compile": "Compile program text into a code object."
        case "delattr": "Delete an attribute."
        case "dir": "Return a sorted list of the names in the scope, or of the attributes of an object."
        case "divmod": "Return quotient and remainder of a division."
        case "eval": "Return the value of an expression given as text or code."
        case "exec": "Run statements given as text or code."
        case "format": "Return an object as text in the given format."
        case "getattr": "Return an attribute of an object, or the default."
        case "globals": "Return the namespace of the module."
        case "hasattr": "Tell whether an object has an attribute."
        case "hash": "Return the hash of an object."
        case "hex": "Return the hexadecimal digits of an integer."
        case "id": "Return a number that no other object has while this one lives."
        case "input": "Write a prompt and return a line that the user typed."
        case "isinstance": "Tell whether an object is an instance of a class, or of one of several."
        case "issubclass": "Tell whether a class is derived from a class, or from one of several."
        case "iter": "Return the iterator of an object, or one that calls a function until a value comes."
        case "locals": "Return the variables of the scope."
        case "max": "Return the largest of the arguments, or of the items of an iterable."
        case "min": "Return the smallest of the arguments, or of the items of an iterable."
        case "next": "Return the next item of an iterator, or the default."
        case "oct": "Return the octal digits of an integer."
        case "open": "Open a file and return a stream."
        case "ord": "Return the code point of a character."
        case "pow": "Return the power of a number, modulo another if one is given."
        case "print": "Write the arguments as text to a stream."
        case "repr": "Return the text by which an object is shown to programmers."
        case "round": "Return a number rounded to so many digits."
        case "setattr": "Set an attribute."
        case "sorted": "Return a new list of the items of an iterable in ascending order."
        case "sum": "Return the sum of a start value and the items of an iterable."
        case "vars": "Return the variables of the scope, or the namespace of an object."
        default: nil
        }
    }

    /// The text for a built-in type without an own entry `__doc__`, or nil.
    static func text(_ m: Machine, type: TypeRef) -> StaticString? {
        for (builtin, text) in types where m.type(builtin) == type { return text }
        return nil
    }

    /// The text for a function or method written in Swift that declares none.
    static func text(_ m: Machine, native: UnsafeMutablePointer<NativeFunctionLayout>) -> Value {
        let name = m.swiftString(native.pointee.name)
        let owner = native.pointee.owner
        if owner.isKind(.type) {
            return m.string("The method \(name)() of \(m.swiftString(TypeRef(owner).pointer.pointee.name)).")
        }
        if let text = builtin(name) { return m.string(text) }
        return m.string("The built-in function \(name)().")
    }
}
