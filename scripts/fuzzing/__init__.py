"""The parts of scripts/fuzz, which compares minipy with CPython on random programs.

    writer      random choices, indentation, names: what all program writers share
    values      expressions, each of a wanted type
    flow        functions of random control flow, run as functions, generators and coroutines
    calls       signatures and calls, closures and scopes, decorators
    objects     classes
    patterns    match statements
    concurrency asyncio programs: tasks and what they share
    coroutines  asyncio programs about order and cancellation
    library     programs about one library module or family of methods
    grammars…   the grammars from which those are written
    programs    picks a theme and writes one program
    running     runs many programs in one process, splits what they print
    shrinking   makes a program small that differs
"""
