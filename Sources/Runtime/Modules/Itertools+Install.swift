extension Itertools {
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
