import Foundation
import TestSupport
import Testing

/// Whichever operation of the log fails, once or from then on: what was acknowledged is there, the status is right, and the
/// program goes on.
///
/// GRDB ends the program at some places where SQLite gets no memory: it uses `try!` where it sets up a connection, and does not
/// let a transaction stay open that cannot be rolled back. There the program may end, as the service manager starts it anew;
/// what was acknowledged must be there all the same.
@Suite struct FaultSweepTests {
    /// Beside these, `OUTGUIDE_FAULT_SWEEP=whole` lets every operation fail, and memory be refused at every place of the
    /// program that asks for it: that takes an hour or two.
    private static let isWhole = ProcessInfo.processInfo.environment["OUTGUIDE_FAULT_SWEEP"] == "whole"
    private static let sampleOnce = 6
    private static let sampleLasting = 3
    /// For one process.
    private static let most = 400

    @Test(arguments: ["open", "read", "write", "sync", "truncate", "share", "allocate"])
    func nothingIsLostWhicheverOperationFails(_ operation: String) async throws {
        try await ScratchLog.inDirectory { directory in
            let counts = try await Self.lines(directory, ["count"])
            #expect(!counts.contains { $0.hasPrefix("wrong") }, "without any fault: \(counts)")
            let count = try #require(counts.first { $0.hasPrefix(operation + " ") }?.split(separator: " ").last)
            let all = Array(0..<(try #require(Int64(count))))
            #expect(!all.isEmpty)
            let seed = UInt64.random(in: 0...UInt64.max)
            var generator = SeededGenerator(seed: seed)
            var once = Array(all.shuffled(using: &generator).prefix(Self.sampleOnce))
            var lasting = Array(all.shuffled(using: &generator).prefix(Self.sampleLasting))
            if Self.isWhole {
                let places = operation == "allocate" ? try await Self.lines(directory, ["places"]) : []
                once = operation == "allocate" ? places.compactMap { Int64($0) } : all
                lasting = once
            }
            print("\(operation): \(once.count) + \(lasting.count) of \(all.count), seed \(seed)")
            var met = 0
            for (count, firsts) in [("1", once), ("all", lasting)] {
                for start in stride(from: 0, to: firsts.count, by: Self.most) {
                    let firsts = Array(firsts[start..<min(start + Self.most, firsts.count)])
                    let found = try await Self.sweep(directory, operation, count, firsts)
                    met += found.met
                    for complaint in found.complaints { Issue.record("\(operation), \(count) from \(complaint)") }
                }
            }
            // Threads do not come to the same operation each time, but most times they do.
            #expect(met > (once.count + lasting.count) / 2)
        }
    }

    /// Runs the sweep, and goes on behind a fault that ended it.
    private static func sweep(
        _ directory: String,
        _ operation: String,
        _ count: String,
        _ firsts: [Int64]
    ) async throws -> (met: Int, complaints: [String]) {
        var (rest, met) = (firsts[...], 0)
        var complaints: [String] = []
        while !rest.isEmpty {
            let run = try await ChildRun.of(
                try BuiltProduct.path(of: "fault-sweep"),
                [directory, operation, count] + rest.map(String.init)
            )
            var current = "?"
            var acknowledged: [String] = []
            for line in run.lines {
                let words = line.split(separator: " ", maxSplits: 1).map(String.init)
                switch words.first {
                case "case":
                    current = words[1]
                    rest = rest.dropFirst()
                    acknowledged = []
                case "entry": acknowledged.append(words[1])
                case "met": if !words[1].hasPrefix("0 ") { met += 1 }
                case "wrong": complaints.append("\(current): \(words[1])")
                default: break
                }
            }
            if run.lines.last == "done" { break }
            let ending = /GRDB\/\w+\.swift:\d+: (Fatal error|Assertion failed)/
            let isOfGRDB = operation == "allocate" && run.errors.contains(ending)
            if !isOfGRDB {
                complaints.append("\(current): the program ended with \(run.status): \(run.errors.suffix(400))")
            }
            // It did not even come to the first.
            guard current != "?" else { break }
            met += 1
            let left = try await lines(directory, ["check"] + acknowledged)
            complaints += left.filter { $0.hasPrefix("wrong") }.map { "\(current): \($0)" }
        }
        return (met, complaints)
    }

    private static func lines(_ directory: String, _ task: [String]) async throws -> [String] {
        let run = try await ChildRun.of(try BuiltProduct.path(of: "fault-sweep"), [directory] + task)
        try #require(run.status == 0 && run.lines.last == "done", "\(run.errors)")
        return run.lines
    }
}
