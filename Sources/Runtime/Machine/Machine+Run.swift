import CLibrary
import Compiler

extension Machine {
    /// Runs the current frame, and all frames it calls, until the entry frame returns or yields.
    ///
    /// The state of the machine that is hot lives in locals: `pc` (the next word), `r` (the registers), `frame`. It is
    /// written back to the frame before anything that can call the script, collect or raise looks at it. A script call
    /// pushes a frame and goes on in this loop; only natives that call back enter it again.
    @inline(never)
    func run() throws(Raise) -> Value {
        let entry = state.pointee.frame
        var frame = entry
        var pc = frame.pointee.pc
        var r = frame.pointee.registers
        let outerLoop = state.pointee.loopFrame
        let outerDepth = state.pointee.loopDepth
        state.pointee.loopFrame = minipy_frame_address()
        state.pointee.loopDepth = state.pointee.nativeDepth
        defer {
            state.pointee.loopFrame = outerLoop
            state.pointee.loopDepth = outerDepth
        }

        while true {
            do throws(Raise) {
                while true {
                    let i = Instruction(bits: pc.pointee)
                    pc += 1
                    reload: do {
                        switch i.op {
                        // MARK: Moves and constants
                        case .nop: break
                        case .move: r[i.a] = r[i.b]
                        case .loadConst: r[i.a] = frame.pointee.code.pointee.constants[i.wide]
                        case .loadInt: r[i.a] = Value(small: i.wide)
                        case .loadNone: r[i.a] = .none
                        case .checkBound:
                            if r[i.a].isUnbound {
                                frame.pointee.pc = pc
                                throw unboundLocal(i.a)
                            }
                        case .deleteLocal:
                            if r[i.a].isUnbound {
                                frame.pointee.pc = pc
                                throw unboundLocal(i.a)
                            }
                            r[i.a] = .unbound
                            if heap.pointee.watch.isOn { try objectDropped(frame, pc) }
                        case .clear: r[i.a] = .unbound

                        // MARK: Names
                        case .loadGlobal:
                            frame.pointee.pc = pc
                            r[i.a] = try loadGlobal(frame, i, cache: pc)
                            pc += 2
                        case .loadGlobalCached:
                            let globals: UnsafeMutablePointer<DictLayout> = frame.pointee.functionLayout.pointee.globals
                                .layout()
                            if UInt64(globals.pointee.keysVersion) == pc[0] {
                                r[i.a] = UnsafePointer<Value>(bitPattern: UInt(pc[1])).unsafelyUnwrapped.pointee
                            } else {
                                frame.pointee.pc = pc
                                r[i.a] = try loadGlobal(frame, i, cache: pc)
                            }
                            pc += 2
                        case .loadBuiltinCached:
                            let function = frame.pointee.functionLayout
                            let globals: UnsafeMutablePointer<DictLayout> = function.pointee.globals.layout()
                            let builtins: UnsafeMutablePointer<DictLayout> = function.pointee.builtins.layout()
                            let versions =
                                UInt64(globals.pointee.keysVersion) | UInt64(builtins.pointee.keysVersion) << 32
                            if versions == pc[0] {
                                r[i.a] = UnsafePointer<Value>(bitPattern: UInt(pc[1])).unsafelyUnwrapped.pointee
                            } else {
                                frame.pointee.pc = pc
                                r[i.a] = try loadGlobal(frame, i, cache: pc)
                            }
                            pc += 2
                        case .storeGlobal:
                            frame.pointee.pc = pc
                            let globals = Dict(frame.pointee.functionLayout.pointee.globals)
                            storeName(globals, frame.pointee.code.pointee.names[i.wide], r[i.a], cache: pc)
                            pc += 1
                        case .deleteGlobal:
                            frame.pointee.pc = pc
                            try deleteName(
                                frame.pointee.functionLayout.pointee.globals, frame.pointee.code.pointee.names[i.wide])
                            if heap.pointee.watch.isOn { try objectDropped(frame, pc) }
                        case .loadName:
                            if frame.pointee.namespace == frame.pointee.functionLayout.pointee.globals {
                                let globals: UnsafeMutablePointer<DictLayout> = frame.pointee.namespace.layout()
                                if UInt64(globals.pointee.keysVersion) == pc[0] {
                                    r[i.a] = UnsafePointer<Value>(bitPattern: UInt(pc[1])).unsafelyUnwrapped.pointee
                                    pc += 2
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            r[i.a] = try loadName(frame, i, cache: pc)
                            pc += 2
                        case .storeName:
                            frame.pointee.pc = pc
                            try storeInNamespace(frame, frame.pointee.code.pointee.names[i.wide], r[i.a], cache: pc)
                            pc += 1
                        case .deleteName:
                            frame.pointee.pc = pc
                            try deleteName(frame.pointee.namespace, frame.pointee.code.pointee.names[i.wide])
                            if heap.pointee.watch.isOn { try objectDropped(frame, pc) }
                        case .makeCell: r[i.a] = variableCell(r[i.a])
                        case .loadCell:
                            let content = r[i.b].layout(VariableCellLayout.self).pointee.content
                            if content.isUnbound {
                                frame.pointee.pc = pc
                                throw unboundLocal(i.b)
                            }
                            r[i.a] = content
                        case .storeCell: r[i.a].layout(VariableCellLayout.self).pointee.content = r[i.b]
                        case .deleteCell:
                            if r[i.a].layout(VariableCellLayout.self).pointee.content.isUnbound {
                                frame.pointee.pc = pc
                                throw unboundLocal(i.a)
                            }
                            r[i.a].layout(VariableCellLayout.self).pointee.content = .unbound
                            if heap.pointee.watch.isOn { try objectDropped(frame, pc) }
                        case .loadFree:
                            let content = freeCell(frame, i.b).pointee.content
                            if content.isUnbound {
                                frame.pointee.pc = pc
                                throw unboundFree(i.b)
                            }
                            r[i.a] = content
                        case .storeFree: freeCell(frame, i.a).pointee.content = r[i.b]
                        case .deleteFree:
                            if freeCell(frame, i.a).pointee.content.isUnbound {
                                frame.pointee.pc = pc
                                throw unboundFree(i.a)
                            }
                            freeCell(frame, i.a).pointee.content = .unbound
                            if heap.pointee.watch.isOn { try objectDropped(frame, pc) }
                        case .loadFreeCell: r[i.a] = Value(freeCell(frame, i.b))
                        case .loadClassFree:
                            frame.pointee.pc = pc
                            r[i.a] = try loadClassFree(frame, mapping: frame.pointee.namespace, name: i.c, free: i.b)
                        case .loadMappingOrGlobal:
                            frame.pointee.pc = pc
                            r[i.a] = try loadMappingOrGlobal(frame, mapping: r[i.b], name: i.c)
                        case .loadMappingOrFree:
                            frame.pointee.pc = pc
                            r[i.a] = try loadClassFree(frame, mapping: r[i.b], name: i.c, free: i.n)
                        case .loadNamespace: r[i.a] = frame.pointee.namespace

                        // MARK: Arithmetic
                        case .add:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                let (sum, overflow) = x.shiftedInt.addingReportingOverflow(y.shiftedInt)
                                if !overflow {
                                    r[i.a] = Value(shiftedInt: sum)
                                    continue
                                }
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double + y.double)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .subtract:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                let (difference, overflow) = x.shiftedInt.subtractingReportingOverflow(y.shiftedInt)
                                if !overflow {
                                    r[i.a] = Value(shiftedInt: difference)
                                    continue
                                }
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double - y.double)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .multiply:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                let (product, overflow) = Int64(x.smallInt).multipliedReportingOverflow(
                                    by: y.shiftedInt)
                                if !overflow {
                                    r[i.a] = Value(shiftedInt: product)
                                    continue
                                }
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double * y.double)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .trueDivide:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areDoubles(x, y), y.double != 0 {
                                r[i.a] = Value(x.double / y.double)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .floorDivide:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y), y.smallInt > 0 {
                                r[i.a] = Value(small: floorQuotient(x.smallInt, y.smallInt))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .modulo:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y), y.smallInt > 0 {
                                r[i.a] = Value(small: floorRemainder(x.smallInt, y.smallInt))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .power:
                            frame.pointee.pc = pc
                            try binaryStep(i, r[i.b], r[i.c])
                            break reload
                        case .matrixMultiply:
                            frame.pointee.pc = pc
                            try binaryStep(i, r[i.b], r[i.c])
                            break reload
                        case .shiftLeft:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y), y.smallInt >= 0, y.smallInt < 48 {
                                let shifted = x.shiftedInt << Int64(y.smallInt)
                                if shifted >> Int64(y.smallInt) == x.shiftedInt {
                                    r[i.a] = Value(shiftedInt: shifted)
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .shiftRight:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y), y.smallInt >= 0 {
                                r[i.a] = Value(small: x.smallInt >> min(y.smallInt, 63))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .bitAnd:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(bits: x.bits & y.bits)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .bitOr:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(bits: x.bits | y.bits)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .bitXor:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(bits: x.bits ^ y.bits | Value.intTag)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, y)
                            break reload
                        case .addInt:
                            let x = r[i.b]
                            if x.isSmallInt {
                                let (sum, overflow) = x.shiftedInt.addingReportingOverflow(Int64(i.immediateC) << 15)
                                if !overflow {
                                    r[i.a] = Value(shiftedInt: sum)
                                    continue
                                }
                            } else if x.isDouble {
                                r[i.a] = Value(x.double + Double(i.immediateC))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: i.immediateC))
                            break reload
                        case .subtractInt:
                            let x = r[i.b]
                            if x.isSmallInt {
                                let (sum, overflow) = x.shiftedInt.subtractingReportingOverflow(
                                    Int64(i.immediateC) << 15)
                                if !overflow {
                                    r[i.a] = Value(shiftedInt: sum)
                                    continue
                                }
                            } else if x.isDouble {
                                r[i.a] = Value(x.double - Double(i.immediateC))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: i.immediateC))
                            break reload
                        case .multiplyInt:
                            let x = r[i.b]
                            if x.isSmallInt {
                                let (product, overflow) = x.shiftedInt.multipliedReportingOverflow(
                                    by: Int64(i.immediateC))
                                if !overflow {
                                    r[i.a] = Value(shiftedInt: product)
                                    continue
                                }
                            } else if x.isDouble {
                                r[i.a] = Value(x.double * Double(i.immediateC))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: i.immediateC))
                            break reload
                        case .floorDivideInt:
                            let x = r[i.b]
                            if x.isSmallInt, i.immediateC > 0 {
                                r[i.a] = Value(small: floorQuotient(x.smallInt, i.immediateC))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: i.immediateC))
                            break reload
                        case .moduloInt:
                            let x = r[i.b]
                            if x.isSmallInt, i.immediateC > 0 {
                                r[i.a] = Value(small: floorRemainder(x.smallInt, i.immediateC))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: i.immediateC))
                            break reload
                        case .bitAndInt:
                            let x = r[i.b]
                            if x.isSmallInt {
                                r[i.a] = Value(small: x.smallInt & i.immediateC)
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: i.immediateC))
                            break reload
                        case .shiftLeftInt:
                            let x = r[i.b]
                            let shift = i.immediateC
                            if x.isSmallInt, shift >= 0, shift < 48 {
                                let shifted = x.shiftedInt << Int64(shift)
                                if shifted >> Int64(shift) == x.shiftedInt {
                                    r[i.a] = Value(shiftedInt: shifted)
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: shift))
                            break reload
                        case .shiftRightInt:
                            let x = r[i.b]
                            if x.isSmallInt, i.immediateC >= 0 {
                                r[i.a] = Value(small: x.smallInt >> min(i.immediateC, 63))
                                continue
                            }
                            frame.pointee.pc = pc
                            try binaryStep(i, x, Value(small: i.immediateC))
                            break reload
                        case .negative:
                            let x = r[i.b]
                            if x.isSmallInt, x.smallInt != Value.minSmallInt {
                                r[i.a] = Value(small: -x.smallInt)
                            } else if x.isDouble {
                                r[i.a] = Value(-x.double)
                            } else {
                                frame.pointee.pc = pc
                                try unaryStep(.negative, i)
                                break reload
                            }
                        case .positive:
                            frame.pointee.pc = pc
                            try unaryStep(.positive, i)
                            break reload
                        case .invert:
                            frame.pointee.pc = pc
                            try unaryStep(.invert, i)
                            break reload
                        case .not:
                            let x = r[i.b]
                            if x.isBool {
                                r[i.a] = Value(x.isFalse)
                            } else {
                                frame.pointee.pc = pc
                                r[i.a] = Value(!(try truth(x)))
                            }

                        // MARK: Comparison
                        case .less:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(x.shiftedInt < y.shiftedInt)
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double < y.double)
                            } else {
                                frame.pointee.pc = pc
                                try compareStep(.less, i)
                                break reload
                            }
                        case .lessEqual:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(x.shiftedInt <= y.shiftedInt)
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double <= y.double)
                            } else {
                                frame.pointee.pc = pc
                                try compareStep(.lessEqual, i)
                                break reload
                            }
                        case .equal:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(x == y)
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double == y.double)
                            } else {
                                frame.pointee.pc = pc
                                try compareStep(.equal, i)
                                break reload
                            }
                        case .notEqual:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(x != y)
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double != y.double)
                            } else {
                                frame.pointee.pc = pc
                                try compareStep(.notEqual, i)
                                break reload
                            }
                        case .greater:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(x.shiftedInt > y.shiftedInt)
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double > y.double)
                            } else {
                                frame.pointee.pc = pc
                                try compareStep(.greater, i)
                                break reload
                            }
                        case .greaterEqual:
                            let x = r[i.b]
                            let y = r[i.c]
                            if Value.areSmallInts(x, y) {
                                r[i.a] = Value(x.shiftedInt >= y.shiftedInt)
                            } else if Value.areDoubles(x, y) {
                                r[i.a] = Value(x.double >= y.double)
                            } else {
                                frame.pointee.pc = pc
                                try compareStep(.greaterEqual, i)
                                break reload
                            }
                        case .is: r[i.a] = Value(isIdentical(r[i.b], r[i.c]))
                        case .isNot: r[i.a] = Value(!isIdentical(r[i.b], r[i.c]))
                        case .contains, .notContains:
                            frame.pointee.pc = pc
                            try containsStep(i)
                            break reload

                        // MARK: Jumps
                        case .jump:
                            pc += i.wide
                            if i.wide < 0, state.pointee.interruptWord != 0 {
                                frame.pointee.pc = pc - i.wide
                                try safepoint()
                            }
                        case .jumpIfTrue:
                            let x = r[i.a]
                            if x.isBool {
                                if x.isFalse { continue }
                            } else {
                                frame.pointee.pc = pc
                                if !(try truth(x)) { continue }
                            }
                            pc += i.wide
                            if i.wide < 0, state.pointee.interruptWord != 0 {
                                frame.pointee.pc = pc - i.wide
                                try safepoint()
                            }
                        case .jumpIfFalse:
                            let x = r[i.a]
                            if x.isBool {
                                if x.isTrue { continue }
                            } else {
                                frame.pointee.pc = pc
                                if try truth(x) { continue }
                            }
                            pc += i.wide
                            if i.wide < 0, state.pointee.interruptWord != 0 {
                                frame.pointee.pc = pc - i.wide
                                try safepoint()
                            }
                        case .jumpIfNone:
                            if r[i.a].isNone {
                                pc += i.wide
                                if i.wide < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.wide
                                    try safepoint()
                                }
                            }
                        case .jumpIfNotNone:
                            if !r[i.a].isNone {
                                pc += i.wide
                                if i.wide < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.wide
                                    try safepoint()
                                }
                            }
                        case .jumpIfUnbound:
                            if r[i.a].isUnbound { pc += i.wide }
                        case .jumpLess:
                            let x = r[i.a]
                            let y = r[i.b]
                            let holds: Bool
                            if Value.areSmallInts(x, y) {
                                holds = x.shiftedInt < y.shiftedInt
                            } else if Value.areDoubles(x, y) {
                                holds = x.double < y.double
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.less, i, y)
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpLessEqual:
                            let x = r[i.a]
                            let y = r[i.b]
                            let holds: Bool
                            if Value.areSmallInts(x, y) {
                                holds = x.shiftedInt <= y.shiftedInt
                            } else if Value.areDoubles(x, y) {
                                holds = x.double <= y.double
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.lessEqual, i, y)
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpEqual:
                            let x = r[i.a]
                            let y = r[i.b]
                            let holds: Bool
                            if Value.areSmallInts(x, y) {
                                holds = x == y
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.equal, i, y)
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpNotEqual:
                            let x = r[i.a]
                            let y = r[i.b]
                            let holds: Bool
                            if Value.areSmallInts(x, y) {
                                holds = x != y
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.notEqual, i, y)
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpGreater:
                            let x = r[i.a]
                            let y = r[i.b]
                            let holds: Bool
                            if Value.areSmallInts(x, y) {
                                holds = x.shiftedInt > y.shiftedInt
                            } else if Value.areDoubles(x, y) {
                                holds = x.double > y.double
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.greater, i, y)
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpGreaterEqual:
                            let x = r[i.a]
                            let y = r[i.b]
                            let holds: Bool
                            if Value.areSmallInts(x, y) {
                                holds = x.shiftedInt >= y.shiftedInt
                            } else if Value.areDoubles(x, y) {
                                holds = x.double >= y.double
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.greaterEqual, i, y)
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpLessInt:
                            let x = r[i.a]
                            let holds: Bool
                            if x.isSmallInt {
                                holds = x.smallInt < i.immediateB
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.less, i, Value(small: i.immediateB))
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpLessEqualInt:
                            let x = r[i.a]
                            let holds: Bool
                            if x.isSmallInt {
                                holds = x.smallInt <= i.immediateB
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.lessEqual, i, Value(small: i.immediateB))
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpEqualInt:
                            let x = r[i.a]
                            let holds: Bool
                            if x.isSmallInt {
                                holds = x.smallInt == i.immediateB
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.equal, i, Value(small: i.immediateB))
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpNotEqualInt:
                            let x = r[i.a]
                            let holds: Bool
                            if x.isSmallInt {
                                holds = x.smallInt != i.immediateB
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.notEqual, i, Value(small: i.immediateB))
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpGreaterInt:
                            let x = r[i.a]
                            let holds: Bool
                            if x.isSmallInt {
                                holds = x.smallInt > i.immediateB
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.greater, i, Value(small: i.immediateB))
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }
                        case .jumpGreaterEqualInt:
                            let x = r[i.a]
                            let holds: Bool
                            if x.isSmallInt {
                                holds = x.smallInt >= i.immediateB
                            } else {
                                frame.pointee.pc = pc
                                try compareAndJumpStep(.greaterEqual, i, Value(small: i.immediateB))
                                break reload
                            }
                            if holds == (i.n == 1) {
                                pc += i.immediateC
                                if i.immediateC < 0, state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc - i.immediateC
                                    try safepoint()
                                }
                            }

                        // MARK: Iteration
                        case .getIter:
                            frame.pointee.pc = pc
                            try iteratorStep(i)
                            break reload
                        case .forIter:
                            let iterator = r[i.b]
                            switch iterator.kind {
                            case .rangeIterator:
                                let range: UnsafeMutablePointer<RangeIteratorLayout> = iterator.layout()
                                if range.pointee.remaining > 0 {
                                    let next = range.pointee.next
                                    range.pointee.remaining &-= 1
                                    range.pointee.next = next &+ range.pointee.step
                                    r[i.a] = Value.fitsSmall(next) ? Value(small: next) : int(next)
                                } else {
                                    r[i.b] = .unbound
                                    continue
                                }
                            case .listIterator:
                                let item = nextOfSequence(iterator)
                                if item.isUnbound {
                                    r[i.b] = .unbound
                                    continue
                                }
                                r[i.a] = item
                            case .generator where Generator(iterator).flavor == .generator:
                                frame.pointee.pc = pc
                                try resumeForLoop(Generator(iterator), register: i.a)
                                break reload
                            case .object:
                                frame.pointee.pc = pc
                                if try beginNext(iterator, i) { break reload }
                                let item = try next(iterator)
                                if item.isUnbound {
                                    r[i.b] = .unbound
                                    continue
                                }
                                r[i.a] = item
                            default:
                                frame.pointee.pc = pc
                                let item = try nextForLoop(iterator, r, register: i.a, body: pc + i.immediateC)
                                if item.isUnbound {
                                    r[i.b] = .unbound
                                    continue
                                }
                                if item == .deleted {
                                    // The parts are in their registers: past the unpacking, where a collection sees them.
                                    pc += i.immediateC &+ 1
                                    if state.pointee.interruptWord != 0 {
                                        frame.pointee.pc = pc
                                        try safepoint()
                                    }
                                    continue
                                }
                                r[i.a] = item
                            }
                            pc += i.immediateC
                            if state.pointee.interruptWord != 0 {
                                frame.pointee.pc = pc - i.immediateC
                                try safepoint()
                            }

                        // MARK: Attributes and items
                        case .loadAttr:
                            frame.pointee.pc = pc
                            try loadAttributeStep(i, cache: pc)
                            break reload
                        case .loadAttrSlot:
                            let object = r[i.b]
                            if object.isCell {
                                let cell = object.cell
                                if UInt64(cell.header.pointee.type.pointee.version) == pc[0] & 0xFFFF_FFFF,
                                    UInt64(UInt(bitPattern: cell.shape)) == pc[1]
                                {
                                    // Unbound: a name of `__slots__` without a value.
                                    let value = cell.slots[Int(pc[0] >> 32)]
                                    if value.isBound {
                                        r[i.a] = value
                                        pc += 3
                                        continue
                                    }
                                }
                            }
                            frame.pointee.pc = pc
                            try loadAttributeStep(i, cache: pc)
                            break reload
                        case .loadAttrClass:
                            let object = r[i.b]
                            if object.isCell {
                                let cell = object.cell
                                if UInt64(cell.header.pointee.type.pointee.version) == pc[0],
                                    pc[1] == 0 || UInt64(UInt(bitPattern: cell.shape)) == pc[1]
                                {
                                    r[i.a] = UnsafePointer<Value>(bitPattern: UInt(pc[2])).unsafelyUnwrapped.pointee
                                    pc += 3
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try loadAttributeStep(i, cache: pc)
                            break reload
                        case .loadAttrType:
                            let object = r[i.b]
                            if object.bits == pc[1] {
                                let type: UnsafeMutablePointer<TypeLayout> = object.layout()
                                let metatype = type.pointee.header.type
                                if UInt64(type.pointee.version) | UInt64(metatype.pointee.version) << 32 == pc[0] {
                                    r[i.a] = UnsafePointer<Value>(bitPattern: UInt(pc[2])).unsafelyUnwrapped.pointee
                                    pc += 3
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try loadAttributeStep(i, cache: pc)
                            break reload
                        case .loadAttrModule:
                            let object = r[i.b]
                            if object.isKind(.module) {
                                let dict: UnsafeMutablePointer<DictLayout> =
                                    object.layout(ModuleLayout.self).pointee.dict.layout()
                                if UInt64(dict.pointee.keysVersion) == pc[0] {
                                    r[i.a] = UnsafePointer<Value>(bitPattern: UInt(pc[1])).unsafelyUnwrapped.pointee
                                    pc += 3
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try loadAttributeStep(i, cache: pc)
                            break reload
                        case .loadAttrProperty:
                            let object = r[i.b]
                            if object.isCell, UInt64(object.cell.header.pointee.type.pointee.version) == pc[0] {
                                let getter: UnsafeMutablePointer<FunctionLayout> = Value(bits: pc[2]).layout()
                                let code = getter.pointee.code
                                frame.pointee.pc = pc + 3
                                frame = try pushSimple(getter, code, r + i.b, 1, register: i.a, kind: .call)
                                pc = code.pointee.words
                                r = frame.pointee.registers
                                if state.pointee.interruptWord != 0 {
                                    frame.pointee.pc = pc
                                    try safepoint()
                                }
                                continue
                            }
                            frame.pointee.pc = pc
                            try loadAttributeStep(i, cache: pc)
                            break reload
                        case .storeAttr:
                            frame.pointee.pc = pc
                            try storeAttributeStep(i, cache: pc)
                            break reload
                        case .storeAttrSlot:
                            let object = r[i.a]
                            if object.isCell {
                                let cell = object.cell
                                if UInt64(cell.header.pointee.type.pointee.version) == pc[0] & 0xFFFF_FFFF,
                                    UInt64(UInt(bitPattern: cell.shape)) == pc[1]
                                {
                                    cell.slots[Int(pc[0] >> 32)] = r[i.c]
                                    pc += 3
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try storeAttributeStep(i, cache: pc)
                            break reload
                        case .storeAttrAdd:
                            let object = r[i.a]
                            if object.isCell {
                                let cell = object.cell
                                if UInt64(cell.header.pointee.type.pointee.version) == pc[0] & 0xFFFF_FFFF,
                                    UInt64(UInt(bitPattern: cell.shape)) == pc[1],
                                    let shape = UnsafeMutablePointer<Shape>(bitPattern: UInt(pc[2]))
                                {
                                    addSlot(cell, shape: shape, value: r[i.c])
                                    pc += 3
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try storeAttributeStep(i, cache: pc)
                            break reload
                        case .deleteAttr:
                            frame.pointee.pc = pc
                            try deleteAttribute(r[i.a], frame.pointee.code.pointee.names[i.b])
                            if heap.pointee.watch.isOn { try objectDropped(frame, pc) }
                        case .loadSuperAttr:
                            frame.pointee.pc = pc
                            r[i.a] = try superAttribute(
                                r[i.b], r[i.b + 1], name: frame.pointee.code.pointee.names[i.c])
                            pc += 1
                        case .loadIndex:
                            let object = r[i.b]
                            let index = r[i.c]
                            if index.isSmallInt, object.isCell {
                                if object.cell.isExact(.list) {
                                    let list = List(object)
                                    var position = index.smallInt
                                    if position < 0 { position &+= list.count }
                                    if UInt(bitPattern: position) < UInt(bitPattern: list.count) {
                                        r[i.a] = list[position]
                                        continue
                                    }
                                } else if object.cell.isExact(.tuple) {
                                    let tuple = Tuple(object)
                                    var position = index.smallInt
                                    if position < 0 { position &+= tuple.count }
                                    if UInt(bitPattern: position) < UInt(bitPattern: tuple.count) {
                                        r[i.a] = tuple[position]
                                        continue
                                    }
                                }
                            }
                            frame.pointee.pc = pc
                            try loadItemStep(i, index)
                            break reload
                        case .loadIndexInt:
                            let object = r[i.b]
                            if object.isExact(.list) {
                                let list = List(object)
                                var position = i.immediateC
                                if position < 0 { position &+= list.count }
                                if UInt(bitPattern: position) < UInt(bitPattern: list.count) {
                                    r[i.a] = list[position]
                                    continue
                                }
                            } else if object.isExact(.tuple) {
                                let tuple = Tuple(object)
                                var position = i.immediateC
                                if position < 0 { position &+= tuple.count }
                                if UInt(bitPattern: position) < UInt(bitPattern: tuple.count) {
                                    r[i.a] = tuple[position]
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try loadItemStep(i, Value(small: i.immediateC))
                            break reload
                        case .storeIndex:
                            let object = r[i.a]
                            let index = r[i.b]
                            if index.isSmallInt, object.isExact(.list) {
                                let list = List(object)
                                var position = index.smallInt
                                if position < 0 { position &+= list.count }
                                if UInt(bitPattern: position) < UInt(bitPattern: list.count) {
                                    list[position] = r[i.c]
                                    continue
                                }
                            }
                            frame.pointee.pc = pc
                            try storeItemStep(i)
                            break reload
                        case .deleteIndex:
                            frame.pointee.pc = pc
                            try deleteItem(r[i.a], r[i.b])
                            if heap.pointee.watch.isOn { try objectDropped(frame, pc) }
                        case .buildSlice: r[i.a] = slice(r[i.b], r[i.b + 1], r[i.b + 2])

                        // MARK: Calls
                        case .call:
                            let callee = r[i.a]
                            if callee.isKind(.function) {
                                let function: UnsafeMutablePointer<FunctionLayout> = callee.layout()
                                let code = function.pointee.code
                                if code.pointee.isSimple, Int(code.pointee.argumentCount) == i.b {
                                    frame.pointee.pc = pc + 1
                                    frame = try pushSimple(
                                        function, code, r + (i.a &+ 1), i.b, register: i.c, kind: .call)
                                    pc = code.pointee.words
                                    r = frame.pointee.registers
                                    if state.pointee.interruptWord != 0 {
                                        frame.pointee.pc = pc
                                        try safepoint()
                                    }
                                    continue
                                }
                            }
                            frame.pointee.pc = pc + 1
                            if callee.isKind(.nativeFunction) {
                                let native: UnsafeMutablePointer<NativeFunctionLayout> = callee.layout()
                                if native.pointee.intrinsic == .length, i.b == 1 {
                                    let count = knownLength(r[i.a &+ 1])
                                    if count >= 0 {
                                        r[i.c] = Value(small: count)
                                        pc += 1
                                        continue
                                    }
                                } else if native.pointee.intrinsic == .sleep, i.b == 1, givesWay(r[i.a &+ 1], pc + 1) {
                                    frame.pointee.pc = pc + 2
                                    if suspend(frame, .none, .yielded) { return .none }
                                    break reload
                                }
                                r[i.c] = try callNative(native, Arguments(base: r + (i.a &+ 1), count: i.b))
                                pc += 1
                                continue
                            }
                            let result = try beginCall(
                                callee, Arguments(base: r + (i.a &+ 1), count: i.b), register: i.c, kind: .call)
                            if result.isBound {
                                r[i.c] = result
                                pc += 1
                            } else {
                                break reload
                            }
                        case .callKeywords:
                            frame.pointee.pc = pc + 2
                            let names = frame.pointee.code.pointee.constants[Int(pc[0])]
                            let result = try beginCall(
                                r[i.a],
                                Arguments(base: r + (i.a &+ 1), count: i.b &- Tuple(names).count, keywords: names),
                                register: i.c, kind: .call)
                            if result.isBound {
                                r[i.c] = result
                                pc += 2
                            } else {
                                break reload
                            }
                        case .callModuleCached:
                            if r[i.a].isKind(.module) {
                                let dict: UnsafeMutablePointer<DictLayout> =
                                    r[i.a].layout(ModuleLayout.self).pointee.dict.layout()
                                if UInt64(dict.pointee.keysVersion) | 1 << 63 == pc[1] {
                                    let callee = UnsafePointer<Value>(bitPattern: UInt(pc[2])).unsafelyUnwrapped.pointee
                                    let arguments = Arguments(base: r + (i.a &+ 1), count: i.b)
                                    frame.pointee.pc = pc + 4
                                    if callee.isKind(.nativeFunction) {
                                        let native: UnsafeMutablePointer<NativeFunctionLayout> = callee.layout()
                                        if native.pointee.intrinsic == .sleep, i.b == 1, givesWay(r[i.a &+ 1], pc + 4) {
                                            frame.pointee.pc = pc + 5
                                            if suspend(frame, .none, .yielded) { return .none }
                                            break reload
                                        }
                                        r[i.c] = try callNative(native, arguments)
                                        pc += 4
                                        continue
                                    }
                                    let result = try beginCall(callee, arguments, register: i.c, kind: .call)
                                    guard result.isBound else { break reload }
                                    r[i.c] = result
                                    pc += 4
                                    continue
                                }
                            }
                            fallthrough
                        case .callMethodCached:
                            let receiver = r[i.a]
                            if receiver.isCell {
                                let cell = receiver.cell
                                if UInt64(cell.header.pointee.type.pointee.version) == pc[1],
                                    pc[2] == 0 || UInt64(UInt(bitPattern: cell.shape)) == pc[2]
                                {
                                    let method = Value(bits: pc[3])
                                    frame.pointee.pc = pc + 4
                                    if method.cell.kind == .function {
                                        let function: UnsafeMutablePointer<FunctionLayout> = method.layout()
                                        let code = function.pointee.code
                                        if code.pointee.isSimple, Int(code.pointee.argumentCount) == i.b &+ 1 {
                                            frame = try pushSimple(
                                                function, code, r + i.a, i.b &+ 1, register: i.c, kind: .call)
                                            pc = code.pointee.words
                                            r = frame.pointee.registers
                                            if state.pointee.interruptWord != 0 {
                                                frame.pointee.pc = pc
                                                try safepoint()
                                            }
                                            continue
                                        }
                                    } else if method.cell.kind == .nativeFunction {
                                        let native: UnsafeMutablePointer<NativeFunctionLayout> = method.layout()
                                        if native.pointee.intrinsic == .append, i.b == 1, cell.isExact(.list) {
                                            List(receiver).append(self, r[i.a &+ 1])
                                            r[i.c] = .none
                                        } else {
                                            r[i.c] = try callNative(native, Arguments(base: r + i.a, count: i.b &+ 1))
                                        }
                                        pc += 4
                                        continue
                                    }
                                    let result = try beginCall(
                                        method, Arguments(base: r + i.a, count: i.b &+ 1), register: i.c, kind: .call)
                                    if result.isBound {
                                        r[i.c] = result
                                        pc += 4
                                    } else {
                                        break reload
                                    }
                                    continue
                                }
                            }
                            fallthrough
                        case .callMethod, .callMethodKeywords:
                            frame.pointee.pc = pc + 4
                            let result = try beginMethodCall(frame, i, r + i.a, cache: pc)
                            if result.isBound {
                                r[i.c] = result
                                pc += 4
                            } else {
                                break reload
                            }
                        case .loadMethodCached:
                            let receiver = r[i.b]
                            if receiver.isCell {
                                let cell = receiver.cell
                                if UInt64(cell.header.pointee.type.pointee.version) == pc[0],
                                    pc[1] == 0 || UInt64(UInt(bitPattern: cell.shape)) == pc[1]
                                {
                                    r[i.a] = Value(bits: pc[2])
                                    r[i.a + 1] = receiver
                                    pc += 3
                                    continue
                                }
                            }
                            fallthrough
                        case .loadMethod:
                            frame.pointee.pc = pc
                            try loadMethod(r[i.b], frame.pointee.code.pointee.names[i.c], into: r + i.a, cache: pc)
                            pc += 3
                        case .callLoaded:
                            frame.pointee.pc = pc + 1
                            let method = r[i.a]
                            if r[i.a + 1].isBound, method.cell.kind == .function {
                                let function: UnsafeMutablePointer<FunctionLayout> = method.layout()
                                let code = function.pointee.code
                                if code.pointee.isSimple, Int(code.pointee.argumentCount) == i.b {
                                    frame = try pushSimple(
                                        function, code, r + (i.a &+ 1), i.b, register: i.c, kind: .call)
                                    pc = code.pointee.words
                                    r = frame.pointee.registers
                                    if state.pointee.interruptWord != 0 {
                                        frame.pointee.pc = pc
                                        try safepoint()
                                    }
                                    continue
                                }
                            }
                            let skipped = r[i.a + 1].isUnbound ? 1 : 0
                            let result = try beginCall(
                                method, Arguments(base: r + (i.a &+ 1 &+ skipped), count: i.b &- skipped),
                                register: i.c,
                                kind: .call)
                            if result.isBound {
                                r[i.c] = result
                                pc += 1
                            } else {
                                break reload
                            }
                        case .callLoadedKeywords:
                            frame.pointee.pc = pc + 2
                            let names = frame.pointee.code.pointee.constants[Int(pc[0])]
                            let skipped = r[i.a + 1].isUnbound ? 1 : 0
                            let result = try beginCall(
                                r[i.a],
                                Arguments(
                                    base: r + (i.a &+ 1 &+ skipped), count: i.b &- skipped &- Tuple(names).count,
                                    keywords: names), register: i.c, kind: .call)
                            if result.isBound {
                                r[i.c] = result
                                pc += 2
                            } else {
                                break reload
                            }
                        case .callSpread:
                            frame.pointee.pc = pc
                            if !isSpreadable(r[i.a + 1], r[i.a + 2]) { try prepareSpread(r + i.a) }
                            let result = try beginSpreadCall(r[i.a], r[i.a + 1], r[i.a + 2], register: i.c)
                            if result.isBound {
                                r[i.c] = result
                            } else {
                                break reload
                            }
                        case .return, .returnNone:
                            let value = i.op == .return ? r[i.a] : .none
                            let kind = frame.pointee.kind
                            if kind == .call || kind == .initializer && value.isNone,
                                frame.pointee.generator.isUnbound
                            {
                                state.pointee.registerTop = frame.pointee.savedTop
                                let register = Int(frame.pointee.returnRegister)
                                frame -= 1
                                state.pointee.frame = frame
                                r = frame.pointee.registers
                                pc = frame.pointee.pc
                                if kind == .call { r[register] = value }
                                continue
                            }
                            frame.pointee.pc = pc
                            if try leaveFrame(frame, returning: value) { return value }
                            break reload

                        // MARK: Building
                        case .buildTuple: r[i.a] = tuple(from: r + i.b, count: i.c)
                        case .buildList: r[i.a] = list(from: r + i.b, count: i.c).value
                        case .buildSet:
                            frame.pointee.pc = pc
                            r[i.a] = try buildSet(r + i.b, count: i.c)
                        case .buildDict:
                            frame.pointee.pc = pc
                            r[i.a] = try buildDict(r + i.b, pairs: i.c)
                        case .buildString: r[i.a] = joinStrings(r + i.b, count: i.c)
                        case .listAppend: List(r[i.a]).append(self, r[i.b])
                        case .setAdd:
                            frame.pointee.pc = pc
                            try setAdd(SetRef(r[i.a]), r[i.b])
                        case .dictSet:
                            frame.pointee.pc = pc
                            try dictSet(Dict(r[i.a]), r[i.b], r[i.c])
                        case .listExtend:
                            frame.pointee.pc = pc
                            try extendList(List(r[i.a]), r[i.b], callee: .unbound)
                        case .setUpdate:
                            frame.pointee.pc = pc
                            try setUpdate(SetRef(r[i.a]), r[i.b])
                        case .dictUpdate:
                            frame.pointee.pc = pc
                            try updateDisplay(Dict(r[i.a]), r[i.b])
                        case .dictMerge:
                            frame.pointee.pc = pc
                            try mergeKeywords(Dict(r[i.a]), r[i.b], callee: r[i.c])
                        case .listToTuple:
                            let list = List(r[i.b])
                            r[i.a] = list.count == 0 ? tuple() : tuple(from: list.items, count: list.count)
                        case .unpackSequence:
                            frame.pointee.pc = pc
                            let source = r[i.b]
                            if source.isExact(.tuple), Tuple(source).count == i.c {
                                (r + i.a).update(from: Tuple(source).items, count: i.c)
                            } else {
                                try unpack(source, count: i.c, into: r + i.a)
                            }
                        case .unpackStar:
                            frame.pointee.pc = pc
                            try unpackStar(r[i.b], before: i.c, after: i.n, into: r + i.a)
                        case .formatValue:
                            frame.pointee.pc = pc
                            r[i.a] = try formatValue(
                                r[i.b], conversion: i.n & 3, spec: i.n & 128 != 0 ? r[i.c] : .unbound)

                        // MARK: Functions, classes, imports
                        case .makeFunction:
                            r[i.a] = makeFunction(frame, code: frame.pointee.code.pointee.constants[i.b], i.n, r + i.c)
                        case .loadBuildClass:
                            r[i.a] = dictGet(Dict(runtime.pointee.builtins), name: name(.__build_class__))
                        case .importName:
                            frame.pointee.pc = pc
                            r[i.a] = try importName(
                                frame, frame.pointee.code.pointee.names[i.b], level: r[i.c], fromList: r[i.c + 1])
                        case .importFrom:
                            frame.pointee.pc = pc
                            r[i.a] = try importFrom(r[i.b], frame.pointee.code.pointee.names[i.c])
                        case .importStar:
                            frame.pointee.pc = pc
                            try importStar(r[i.a], into: frame.pointee.namespace)
                        case .setupAnnotations:
                            frame.pointee.pc = pc
                            try setupAnnotations(frame.pointee.namespace)

                        // MARK: Exceptions
                        case .raise:
                            frame.pointee.pc = pc
                            throw raiseStatement(
                                i.n == 0 ? .unbound : r[i.a], cause: i.n == 2 ? r[i.b] : .unbound)
                        case .reraise:
                            frame.pointee.pc = pc
                            throw reraise(r[i.a])
                        case .pushHandled:
                            let handled = state.pointee.handled
                            r[i.b] = handled == frame.pointee.entryHandled ? .unbound : handled
                            state.pointee.handled = r[i.a]
                        case .popHandled:
                            let kept = r[i.a]
                            state.pointee.handled = kept.isUnbound ? frame.pointee.entryHandled : kept
                        case .matchException:
                            frame.pointee.pc = pc
                            r[i.a] = Value(try exceptionMatches(r[i.b], r[i.c]))
                        case .matchExceptionGroup:
                            frame.pointee.pc = pc
                            (r[i.a], r[i.b]) = try splitExceptionGroup(r[i.b], r[i.c])
                        case .prepareReraiseStar:
                            frame.pointee.pc = pc
                            r[i.a] = try prepareReraiseStar(original: r[i.b], raised: r[i.c])
                        case .loadAssertionError: r[i.a] = type(.assertionError).value

                        // MARK: Context managers
                        case .withEnter:
                            frame.pointee.pc = pc
                            let (enter, exit) = try contextManagerMethods(r[i.b])
                            r[i.a] = exit
                            let result = try beginCall(
                                enter, Arguments(base: r + i.b, count: 0), register: i.c, kind: .call)
                            if result.isBound {
                                r[i.c] = result
                            } else {
                                break reload
                            }
                        case .asyncWithEnter:
                            frame.pointee.pc = pc
                            let (enter, exit) = try asyncContextManagerMethods(r[i.b])
                            r[i.a] = exit
                            let result = try beginCall(
                                enter, Arguments(base: r + i.b, count: 0), register: i.c, kind: .call)
                            if result.isBound {
                                r[i.c] = result
                            } else {
                                break reload
                            }
                        case .withExit:
                            frame.pointee.pc = pc
                            let result = try beginExitCall(
                                r[i.a], exception: i.n == 1 ? .unbound : r[i.b], register: i.c)
                            if result.isBound {
                                r[i.c] = result
                            } else {
                                break reload
                            }

                        // MARK: Generators and coroutines
                        case .yield, .asyncYield:
                            let value = r[i.b]
                            frame.pointee.pc = pc
                            if i.op == .yield || frame.pointee.generator == frame.pointee.chainRoot {
                                let outcome: ResumeOutcome = i.op == .yield ? .yielded : .asyncYielded
                                if suspend(frame, value, outcome) { return value }
                            } else {
                                try handToConsumer(frame, value)
                            }
                            break reload
                        case .getYieldFromIter:
                            frame.pointee.pc = pc
                            r[i.a] = try yieldFromIterator(frame, r[i.b])
                        case .yieldFrom, .await:
                            frame.pointee.pc = pc
                            let result = try delegate(frame, i, r[i.b])
                            // What `async for` awaited is not kept any longer than the item takes.
                            if i.n & 0x7F == 3 { r[i.b] = .unbound }
                            switch result {
                            case .value(let value):
                                r[i.a] = value
                            case .switched:
                                break reload
                            case .suspend(let value):
                                if suspend(frame, value, .yielded) { return value }
                                break reload
                            }
                        case .getAsyncIter:
                            frame.pointee.pc = pc
                            r[i.a] = try asyncIterator(of: r[i.b])
                        case .getAsyncNext:
                            frame.pointee.pc = pc
                            if switchToNext(frame, r[i.b]) { break reload }
                            r[i.a] = try asyncNext(r[i.b])
                        case .endAsyncFor:
                            frame.pointee.pc = pc
                            if !isInstance(r[i.a], .stopAsyncIteration) { throw reraise(r[i.a]) }

                        // MARK: Pattern matching
                        case .matchSequence: r[i.a] = Value(typeOf(r[i.b]).flags.contains(.matchesSequence))
                        case .matchMapping: r[i.a] = Value(typeOf(r[i.b]).flags.contains(.matchesMapping))
                        case .matchKeys:
                            frame.pointee.pc = pc
                            r[i.a] = try matchKeys(r[i.b], Tuple(r[i.c]))
                        case .matchClass:
                            frame.pointee.pc = pc
                            let names = frame.pointee.code.pointee.constants[Int(pc[0])]
                            r[i.a] = try matchClass(r[i.b], r[i.c], positional: i.n, names: Tuple(names))
                            pc += 1
                        case .getLen:
                            frame.pointee.pc = pc
                            r[i.a] = int(try length(r[i.b]))

                        case .intrinsic:
                            frame.pointee.pc = pc
                            r[i.a] = try intrinsic(UInt8(i.n), r[i.b], r[i.c])
                        }
                        continue
                    }
                    // The instruction may have entered or left a frame.
                    frame = state.pointee.frame
                    pc = frame.pointee.pc
                    r = frame.pointee.registers
                }
            } catch {
                // Some instruction raised. `pc` lies behind its first word.
                frame = state.pointee.frame
                if try !unwind(to: entry) { throw Raise() }
                frame = state.pointee.frame
                pc = frame.pointee.pc
                r = frame.pointee.registers
            }
        }
    }

    /// Quotient rounded down, for a positive divisor.
    @inline(__always)
    func floorQuotient(_ x: Int, _ y: Int) -> Int {
        // 32-bit division takes half the time of a 64-bit one.
        if UInt64(bitPattern: Int64(x | y)) >> 32 == 0 {
            return Int(UInt32(truncatingIfNeeded: x) / UInt32(truncatingIfNeeded: y))
        }
        let quotient = x / y
        return quotient &* y > x ? quotient &- 1 : quotient
    }

    /// Remainder with the sign of a positive divisor.
    @inline(__always)
    func floorRemainder(_ x: Int, _ y: Int) -> Int {
        if UInt64(bitPattern: Int64(x | y)) >> 32 == 0 {
            return Int(UInt32(truncatingIfNeeded: x) % UInt32(truncatingIfNeeded: y))
        }
        let remainder = x % y
        return remainder < 0 ? remainder &+ y : remainder
    }

    /// `is`: the same bits; ints and floats are compared by value, as their copies can't be told apart.
    @inline(__always)
    func isIdentical(_ x: Value, _ y: Value) -> Bool { x == y }

    /// The cell of a free variable of the function being run.
    @inline(__always)
    func freeCell(_ frame: UnsafeMutablePointer<Frame>, _ index: Int) -> UnsafeMutablePointer<VariableCellLayout> {
        Tuple(frame.pointee.functionLayout.pointee.closure)[index].layout()
    }
}
