import Testing

@testable import Runtime

/// The queues of an event loop against the simplest thing that could be right.
struct LoopQueueTests {
    /// Small pseudo-random numbers, the same in every run.
    private struct Numbers {
        var state: UInt64 = 42
        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    /// Memory of a queue as a new cell has it.
    private func zeroed<T>(_: T.Type) -> UnsafeMutablePointer<T> {
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: MemoryLayout<T>.stride, alignment: MemoryLayout<T>.alignment)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: MemoryLayout<T>.stride)
        return memory.assumingMemoryBound(to: T.self)
    }

    @Test func timersComeByDeadlineThenByInsertion() {
        var numbers = Numbers()
        let heap = zeroed(TimerHeap.self)
        var model: [(deadline: Int64, number: Int)] = []
        var inserted = 0
        for _ in 0..<5_000 {
            if numbers.next(3) > 0 || model.isEmpty {
                let deadline = Int64(numbers.next(50))
                heap.pointee.insert(deadline: deadline, subject: Value(small: inserted))
                model.append((deadline, inserted))
                inserted += 1
            } else {
                let expected = model.indices.min {
                    (model[$0].deadline, model[$0].number) < (model[$1].deadline, model[$1].number)
                }
                guard let expected else { continue }
                let first = heap.pointee.removeFirst()
                #expect(first.deadline == model[expected].deadline)
                #expect(first.subject.smallInt == model[expected].number)
                model.remove(at: expected)
            }
            #expect(heap.pointee.count == model.count)
        }
        heap.pointee.deallocate()
        heap.deallocate()
    }

    @Test func removingManyTimersKeepsTheOrderOfTheOthers() {
        var numbers = Numbers()
        let heap = zeroed(TimerHeap.self)
        for number in 0..<1_000 {
            heap.pointee.insert(deadline: Int64(numbers.next(100)), subject: Value(small: number))
        }
        heap.pointee.removeAll { $0.smallInt % 3 != 0 }
        #expect(heap.pointee.count == 334)
        var last = (deadline: Int64.min, number: -1)
        while heap.pointee.count > 0 {
            let entry = heap.pointee.removeFirst()
            #expect(entry.subject.smallInt % 3 == 0)
            #expect((last.deadline, last.number) < (entry.deadline, entry.subject.smallInt))
            last = (entry.deadline, entry.subject.smallInt)
        }
        heap.pointee.deallocate()
        heap.deallocate()
    }

    @Test func readyEntriesComeInTheOrderTheyWent() {
        var numbers = Numbers()
        let queue = zeroed(ReadyQueue.self)
        var model: [Int] = []
        var appended = 0
        for _ in 0..<20_000 {
            switch numbers.next(5) {
            case 0, 1, 2:
                queue.pointee.append(Value(small: appended), .none)
                model.append(appended)
                appended += 1
            case 3 where !model.isEmpty:
                #expect(queue.pointee.removeFirst().subject.smallInt == model.removeFirst())
            default:
                queue.pointee.prepend(ReadyQueue.Entry(subject: Value(small: appended), detail: .none))
                model.insert(appended, at: 0)
                appended += 1
            }
            #expect(queue.pointee.count == model.count)
        }
        var seen: [Int] = []
        queue.pointee.forEach { seen.append($0.subject.smallInt) }
        #expect(seen == model)
        queue.pointee.deallocate()
        queue.deallocate()
    }

    @Test func theVirtualClockStandsStillAndJumps() {
        var clock = Clock()
        clock.makeVirtual()
        let start = clock.monotonic()
        #expect(clock.monotonic() == start)
        clock.jump(to: start + 5_000_000_000)
        #expect(clock.monotonic() == start + 5_000_000_000)
        clock.jump(to: start)
        #expect(clock.monotonic() == start + 5_000_000_000)
        // Who only looks at the clock sees it move in the end.
        for _ in 0..<20_000 { _ = clock.monotonic() }
        #expect(clock.monotonic() > start + 5_000_000_000)
    }

    @Test func secondsBecomeNanoseconds() {
        #expect(Clock.nanoseconds(0.1) == 100_000_000)
        #expect(Clock.nanoseconds(.infinity) == Int64.max / 2)
        #expect(Clock.nanoseconds(-.infinity) == Int64.min / 2)
        #expect(Clock.nanoseconds(.nan) == Int64.max / 2)
    }
}
