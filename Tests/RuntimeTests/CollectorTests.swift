import Testing

@testable import Runtime

struct CollectorTests {
    @Test func garbageIsFreed() throws {
        let interpreter = Interpreter()
        let heap = interpreter.machine.heap
        try interpreter.run(
            source: """
                class Node:
                    def __init__(self): self.me = self
                for i in range(300_000):
                    Node()
                """)
        #expect(heap.pointee.collectionCount > 0)
        Collector.collect(interpreter.machine)
        // Some 300,000 cells of 64 bytes would be 19 MB.
        #expect(heap.pointee.liveBytes < 4 << 20)
    }

    @Test func aHeapThatWasLargeBecomesSmallAgain() throws {
        let interpreter = Interpreter()
        let heap = interpreter.machine.heap
        try interpreter.run(source: "pairs = [(number, str(number)) for number in range(600_000)]")
        let blocks = heap.pointee.blockCount
        #expect(blocks > 600)
        // What lives on lies in blocks of different age, and is found again.
        try interpreter.run(source: "kept = pairs[::100_000]; del pairs")
        Collector.collect(interpreter.machine)
        #expect(heap.pointee.blockCount < blocks / 4)
        try interpreter.run(
            source: """
                assert [text for _, text in kept] == ['0', '100000', '200000', '300000', '400000', '500000']
                again = [{number} for number in range(100_000)]
                assert sum(map(len, again)) == 100_000
                """)
        #expect(heap.pointee.blockCount < blocks)
    }

    @Test func stressCollectsAtEverySafepoint() throws {
        let interpreter = Interpreter()
        let heap = interpreter.machine.heap
        heap.pointee.stress = true
        heap.pointee.requestCollection()
        let before = heap.pointee.collectionCount
        try interpreter.run(source: "for i in range(100): pass")
        #expect(heap.pointee.collectionCount >= before + 100)
    }
}
