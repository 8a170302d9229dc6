extension Itertools {
    /// One sentence about each type.
    private static func documentation(_ name: StaticString) -> StaticString {
        switch name.description {
        case "count": "Numbers from a first one on, each a step further than the one before; without end."
        case "cycle": "The items of an iterable again and again."
        case "repeat": "The same object as many times as told, or without end."
        case "accumulate": "Running totals, or what a function of two arguments makes of the items so far."
        case "batched": "Tuples of so many items of an iterable; the last may be shorter."
        case "chain": "The items of one iterable after those of another."
        case "compress": "The items to which a true selector belongs."
        case "dropwhile": "The items from the first on for which a function answers false."
        case "takewhile": "The items before the first for which a function answers false."
        case "filterfalse": "The items for which a function answers false."
        case "starmap": "What a function gives for tuples of arguments."
        case "islice": "Some of the items of an iterable, chosen by start, stop and step."
        case "pairwise": "Each item together with the one that follows it."
        case "zip_longest": "One item of each iterable at a time, with a filler for those that have ended."
        case "combinations": "Tuples of so many items, in the order of the iterable."
        case "combinations_with_replacement": "Tuples of so many items, each of which may be taken again."
        case "permutations": "Tuples of so many items in every order."
        case "product": "Tuples of one item of each iterable, as nested loops would give them."
        default: "Runs of items with the same key, each with an iterator over its items."
        }
    }

    /// Puts the types and functions of the module into its namespace.
    static func initialize(_ m: Machine, _ module: ModuleBuilder) throws(Raise) {
        let namespace = module.dict
        func add(
            _ name: StaticString, fields: Int, _ arity: NativeArity,
            _ new: @escaping (Machine, Arguments) throws(Raise) -> Value, next: @escaping NativeNext,
            _ methods: [Native] = []
        ) {
            let type = m.makeNativeType(name, module: "itertools", recordSize: fields)
            m.defineIterator(
                type, next: next, methods: [Native("__new__", arity, style: .new, new), reduction] + methods)
            m.dictSet(type.dict, name: m.name(.__doc__), m.string(documentation(name)))
            m.dictSet(namespace, name: m.internStatic(name), type.value)
        }
        add(
            "count", fields: 2, .signature("start=0, step=1"), newCount, next: nextCount,
            [Native("__repr__", .none, style: .slot, reprCount)])
        add("cycle", fields: 3, .positional(1, 1), newCycle, next: nextCycle)
        add(
            "repeat", fields: 2, .signature("object, times=None"), newRepeat, next: nextRepeat,
            [
                Native("__repr__", .none, style: .slot, reprRepeat),
                Native("__length_hint__", .none, lengthHintRepeat),
            ])
        add(
            "accumulate", fields: 4, .signature("iterable, func=None, *, initial=None"), newAccumulate,
            next: nextAccumulate)
        add("batched", fields: 3, .signature("iterable, n, *, strict=False"), newBatched, next: nextBatched)
        add(
            "chain", fields: 2, .any, newChain, next: nextChain,
            [
                Native("from_iterable", .one, style: .classMethod, chainFromIterable),
                Native("__class_getitem__", .one, style: .classMethod, classGetItem),
            ])
        add("compress", fields: 2, .signature("data, selectors"), newCompress, next: nextCompress)
        add("dropwhile", fields: 3, .positional(2, 2), newFunctional, next: nextDropwhile)
        add("takewhile", fields: 3, .positional(2, 2), newFunctional, next: nextTakewhile)
        add("filterfalse", fields: 3, .positional(2, 2), newFunctional, next: nextFilterfalse)
        add("starmap", fields: 3, .positional(2, 2), newFunctional, next: nextStarmap)
        add("islice", fields: 5, .any, newIslice, next: nextIslice)
        add("pairwise", fields: 2, .positional(1, 1), newPairwise, next: nextPairwise)
        add("zip_longest", fields: 3, .any, newZipLongest, next: nextZipLongest)
        add("combinations", fields: 4, .signature("iterable, r"), newCombinations, next: nextCombinations)
        add(
            "combinations_with_replacement", fields: 4, .signature("iterable, r"), newCombinationsWithReplacement,
            next: nextCombinationsWithReplacement)
        add("permutations", fields: 5, .signature("iterable, r=None"), newPermutations, next: nextPermutations)
        add("product", fields: 3, .any, newProduct, next: nextProduct)

        let group = m.makeNativeType("_grouper", module: "itertools", recordSize: 2, flags: .disallowInstantiation)
        m.defineIterator(group, next: nextGroup)
        m.dictSet(namespace, name: m.internStatic("_grouper"), group.value)
        add(
            "groupby", fields: 6, .signature("iterable, key=None"), newGroupby,
            next: { (m: Machine, iterator: Value) throws(Raise) -> Value in
                try nextGroupby(m, iterator, group: group)
            })

        let node = m.makeNativeType("_tee_dataobject", module: "itertools", recordSize: 3, flags: [])
        let tee = m.makeNativeType("_tee", module: "itertools", recordSize: 1, flags: .disallowInstantiation)
        m.defineIterator(
            tee,
            next: { (m: Machine, iterator: Value) throws(Raise) -> Value in try nextTee(m, iterator, node: node) },
            methods: [Native("__copy__", .none, copyTee)])
        m.dictSet(namespace, name: m.internStatic("_tee"), tee.value)
        m.dictSet(
            namespace, name: m.internStatic("_restore"),
            m.native(
                Native("_restore", .positional(3, 3), style: .function, restore),
                module: m.internStatic("itertools")))
        m.dictSet(
            namespace, name: m.internStatic("tee"),
            m.native(
                Native("tee", .positional(1, 2), style: .function) {
                    (m: Machine, a: Arguments) throws(Raise) -> Value in
                    try Itertools.tee(m, a, type: tee, node: node)
                }, module: m.internStatic("itertools")))
    }
}
