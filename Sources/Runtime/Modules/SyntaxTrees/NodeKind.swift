/// The node classes of the module `ast` that can be compiled, by their names there.
enum NodeKind: String {
    case Module, Expression, Interactive
    // Statements.
    case FunctionDef, AsyncFunctionDef, ClassDef, Return, Delete, Assign, TypeAlias, AugAssign, AnnAssign, For, AsyncFor
    case While, If, With, AsyncWith, Match, Raise, Try, TryStar, Assert, Import, ImportFrom, Global, Nonlocal, Expr
    case Pass, Break, Continue
    // Expressions.
    case BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp, GeneratorExp, Await
    case Yield, YieldFrom, Compare, Call, FormattedValue, JoinedStr, Constant, Attribute, Subscript, Starred, Name, List
    case Tuple, Slice
    // Parts of statements and expressions.
    case ExceptHandler, comprehension, arguments, arg, keyword, alias, withitem, match_case
    case TypeVar, ParamSpec, TypeVarTuple
    case MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs, MatchOr
    // Contexts and operators.
    case Load, Store, Del, And, Or
    case Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
    case Invert, Not, UAdd, USub
    case Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn
}
