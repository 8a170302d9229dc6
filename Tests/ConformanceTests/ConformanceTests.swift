import Foundation
import Testing

/// The programs under `Tests/Conformance` and the samples print, raise and exit as they do under CPython 3.13.
@Suite struct ConformanceTests {
    @Test(arguments: Case.all)
    func plain(program: Case) throws {
        try expectSame(program, Interpreter.minipy, timeout: .seconds(120))
    }

    /// The collector runs at every safepoint and poisons what it frees.
    @Test(arguments: Case.forStress)
    func stress(program: Case) throws {
        try expectSame(program, Interpreter.minipyStress, timeout: .seconds(600))
    }

    /// The expected files are what CPython gives today.
    @Test(.enabled(if: Interpreter.cpython != nil, "no CPython 3.13 on this machine"), arguments: Case.all)
    func differential(program: Case) throws {
        try expectSame(program, #require(Interpreter.cpython), timeout: .seconds(120))
    }

    private func expectSame(_ program: Case, _ interpreter: Interpreter, timeout: Duration) throws {
        let expected = try program.expectedOutcome()
        var outcome = try program.run(interpreter, timeout: timeout)
        // On the real clock a busy machine can hold a program up: what differs there is tried again.
        var attempts = program.hasBothClocks && program.clock == .real ? 2 : 0
        while attempts > 0, outcome != expected {
            attempts -= 1
            outcome = try program.run(interpreter, timeout: timeout)
        }
        guard let got = outcome else {
            Issue.record("\(program.testDescription) did not end within \(timeout)")
            return
        }
        #expect(got == expected, "\(program.testDescription)\n\(got.difference(from: expected))")
    }
}

/// The samples of the article are its own text, byte for byte.
@Suite struct SampleTests {
    @Test func articleSamplesAreVerbatim() throws {
        let samples = Repository.root.appending(path: "samples/article")
        let fixtures = Repository.root.appending(path: "Tests/Fixtures/article")
        func programs(in folder: URL) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".py") }.sorted()
        }
        let names = try programs(in: samples)
        #expect(names.count == 7)
        #expect(try programs(in: fixtures) == names)
        for name in names {
            let sample = try Data(contentsOf: samples.appending(path: name))
            #expect(try sample == Data(contentsOf: fixtures.appending(path: name)), "\(name)")
        }
    }

    /// `samples/asyncio_run.mpy` holds the article's source of `asyncio.run`, unchanged.
    @Test func quotedRunIsUnchanged() throws {
        let source = try Data(
            contentsOf: Repository.root.appending(path: "Tests/Fixtures/article/03_asyncio_run_source.py"))
        let sample = try Data(contentsOf: Repository.root.appending(path: "samples/asyncio_run.mpy"))
        #expect(sample.range(of: source) != nil)
    }

    @Test func thereAreEnoughPrograms() {
        #expect(Case.all.count >= 150)
    }
}
