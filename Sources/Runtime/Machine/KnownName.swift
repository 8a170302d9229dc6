/// Names that the runtime itself looks up; interned once, reached by number.
enum KnownName: String, CaseIterable {
    case __init__, __new__, __del__, __repr__, __str__, __bytes__, __format__, __lt__, __le__, __eq__, __ne__
    case __gt__, __ge__, __hash__, __bool__, __getattr__, __getattribute__, __setattr__, __delattr__, __dir__
    case __get__, __set__, __delete__, __set_name__, __slots__, __init_subclass__, __prepare__, __class_getitem__
    case __mro_entries__, __instancecheck__, __subclasscheck__, __call__, __len__, __length_hint__, __getitem__
    case __setitem__, __delitem__, __missing__, __iter__, __next__, __reversed__, __contains__, __add__, __sub__
    case __mul__, __matmul__, __truediv__, __floordiv__, __mod__, __divmod__, __pow__, __lshift__, __rshift__
    case __and__, __xor__, __or__, __radd__, __rsub__, __rmul__, __rmatmul__, __rtruediv__, __rfloordiv__, __rmod__
    case __rdivmod__, __rpow__, __rlshift__, __rrshift__, __rand__, __rxor__, __ror__, __iadd__, __isub__, __imul__
    case __imatmul__, __itruediv__, __ifloordiv__, __imod__, __ipow__, __ilshift__, __irshift__, __iand__, __ixor__
    case __ior__, __neg__, __pos__, __abs__, __invert__, __complex__, __int__, __float__, __index__, __round__
    case __trunc__, __floor__, __ceil__, __enter__, __exit__, __await__, __aiter__, __anext__, __aenter__, __aexit__
    case __class__, __classcell__, __dict__, __doc__, __module__, __name__, __qualname__, __bases__, __mro__
    case __annotations__, __type_params__, __wrapped__, __abstractmethods__, __isabstractmethod__, __file__
    case __path__, __package__, __spec__, __loader__, __builtins__, __all__, __main__, __build_class__, __import__
    case __defaults__, __kwdefaults__, __code__, __globals__, __closure__, __self__, __func__, __weakref__
    case __match_args__, __cause__, __context__, __traceback__, __suppress_context__, __notes__, __orig_bases__
    case __fspath__, __objclass__, __text_signature__, __classdict__, __static_attributes__, __firstlineno__, send
    case acquire, release
    case `throw`, close, args, name, value, code, keys, items, values, get, append, extend, metaclass, builtins, sys
    case modules, path, argv, stdout, stderr, stdin, write, flush, print, key, `default`, reverse, file, end, sep
    case msg, obj, filename, lineno, offset, text, end_lineno, end_offset, errno, strerror, join, format
    case fget, fset, fdel, _asyncio_future_blocking, _on_timeout, asyncio
    case name_from, mro, __origin__, __args__, __parameters__, __subclasshook__

    /// The place in the table of interned names: the number of the case.
    @inline(__always) var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
