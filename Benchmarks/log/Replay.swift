import TransferLog
import Vocabulary

/// Going through a whole log.
enum Replay {
    /// Prints entries, seconds, seconds of processor time, and the most memory of the process in MiB.
    static func rebuild(_ path: String) async throws {
        try await measure(path) { log in try await log.rebuild() }
    }

    /// Prints the same; fails unless the log is sound.
    static func verify(_ path: String) async throws {
        try await measure(path) { log in
            let problems = try await log.verify().problems
            guard problems.isEmpty else { throw LogBenchmark.Failure("the log is not sound: \(problems)") }
        }
    }

    private static func measure(_ path: String, _ work: (TransferLog) async throws -> Void) async throws {
        let log = try TransferLog(path: path)
        let entries = try await log.read { try $0.newestEntry()?.rawValue ?? 0 }
        let passage = Transit()
        try await work(log)
        let line = try passage.line(entries: entries)
        try log.close()
        LogBenchmark.say(line)
    }
}
