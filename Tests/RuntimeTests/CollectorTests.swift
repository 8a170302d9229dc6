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
