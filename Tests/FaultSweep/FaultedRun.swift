import Foundation
import TransferLog
import Vocabulary

/// A piece of a daemon's work on a log while something fails: opening, writing, reading, moving the write-ahead log into the
/// database, and verifying.
struct FaultedRun {
    /// What is not as it must be, in one line each.
    private(set) var complaints: [String] = []
    /// How many operations failed.
    private(set) var failed: Int64 = 0
    /// How many changes were refused.
    private(set) var refused = 0
    /// How many operations of each kind there were until the fault ended.
    private(set) var counts: [SweptOperation: Int64] = [:]
    var acknowledged: Int { known.count - prepared.entries.count }

    private let prepared: PreparedLog
    private let path: String
    private let plan: FaultPlan
    private let acknowledge: (Int64) -> Void
    /// Every entry that the log must hold.
    private var known: [Entry]
    private var turn = 0

    init(
        on prepared: PreparedLog,
        at path: String,
        _ plan: FaultPlan,
        acknowledge: @escaping (Int64) -> Void
    ) {
        self.acknowledge = acknowledge
        self.prepared = prepared
        self.path = path
        self.plan = plan
        known = prepared.entries
    }

    mutating func work(under fault: SweptFault?) async throws {
        plan.arm(fault)
        let log = open()
        for _ in 0..<2 { await change(log) }
        await look(into: log)
        await changeAtOnce(log)
        try? await log.scrub()
        await change(log)
        await verify(log)
        await change(log)
        for operation in SweptOperation.allCases { counts[operation] = plan.counted(operation) }
        // The machine stops here: what lies on the disk is all there is.
        try PreparedLog.copy(path, to: path + ".stopped")
        failed = plan.disarm()
        await goOn(log)
        try? log.close()
        await lookAtWhatStopped()
    }

    /// Opens the log as the daemon does: what cannot be opened whole is opened for reading.
    private mutating func open() -> TransferLog {
        do throws(TransferLogError) {
            return try TransferLog(path: path, clock: PreparedLog.clock(from: 1_000))
        } catch {
            if !error.mayPass { complaints.append("a sound log was taken for a bad one: \(error)") }
            if !error.description.hasPrefix("cannot") { complaints.append("no error for people: \(error)") }
            return TransferLog(reading: path, despite: error, clock: PreparedLog.clock(from: 1_000))
        }
    }

    private mutating func change(_ log: TransferLog) async {
        turn += 1
        do {
            take(try await PreparedLog.move(prepared.box, to: prepared.shelves[turn % 2], in: log))
            if let trouble = log.trouble { complaints.append("a change was taken in, and the status says: \(trouble)") }
        } catch {
            note(error)
            if log.trouble == nil { complaints.append("the status is ready after a change was refused: \(error)") }
        }
    }

    /// Changes that share a commit: all of them are written, or none.
    private mutating func changeAtOnce(_ log: TransferLog) async {
        let (box, shelf) = (prepared.box, prepared.shelves[turn % 2])
        let results = await withTaskGroup(of: Result<Entry, any Error>.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    do { return .success(try await PreparedLog.move(box, to: shelf, in: log)) } catch {
                        return .failure(error)
                    }
                }
            }
            var results: [Result<Entry, any Error>] = []
            for await result in group { results.append(result) }
            return results
        }
        for result in results {
            switch result {
            case .success(let entry): take(entry)
            case .failure(let error): note(error)
            }
        }
    }

    private mutating func take(_ entry: Entry) {
        known.append(entry)
        acknowledge(entry.number.rawValue)
    }

    private mutating func note(_ error: any Error) {
        refused += 1
        guard let error = error as? TransferLogError else {
            complaints.append("an error of another kind: \(error)")
            return
        }
        if !error.description.hasPrefix("cannot") { complaints.append("no error for people: \(error)") }
    }

    /// What is read is the truth, or an error.
    private mutating func look(into log: TransferLog) async {
        guard let told = try? await Self.entries(of: log) else { return }
        if told != known { complaints.append("\(told.count) entries were read, which are not the \(known.count)") }
    }

    private mutating func verify(_ log: TransferLog) async {
        guard let findings = try? await log.verify(), !findings.problems.isEmpty else { return }
        complaints.append("a sound log was found bad: \(findings.problems)")
    }

    /// Once the fault is over, the log is written again by itself.
    private mutating func goOn(_ log: TransferLog) async {
        do {
            try await log.recover()
            known.append(try await PreparedLog.move(prepared.box, to: prepared.shelves[0], in: log))
        } catch {
            complaints.append("it does not go on: \(error)")
        }
        if let trouble = log.trouble { complaints.append("it goes on, and the status says: \(trouble)") }
        await expect(known, isWhole: true, in: log, "after the fault")
        known.removeLast()
    }

    private mutating func lookAtWhatStopped() async {
        do {
            let log = try TransferLog(path: path + ".stopped", clock: PreparedLog.clock(from: 2_000))
            await expect(known, isWhole: false, in: log, "after the machine stopped")
            try log.close()
        } catch {
            complaints.append("what the stopped machine left cannot be opened: \(error)")
        }
    }

    /// What was refused may be there too after a stop, whole: nobody knows what a failing disk kept.
    private mutating func expect(_ entries: [Entry], isWhole: Bool, in log: TransferLog, _ when: String) async {
        do {
            let held = try await Self.entries(of: log)
            let known = Set(entries)
            if !Set(held).isSuperset(of: known) { complaints.append("an acknowledged entry is gone \(when)") }
            if isWhole, Set(held) != known { complaints.append("a refused entry is there \(when)") }
            let problems = try await log.verify().problems
            if !problems.isEmpty { complaints.append("\(when): \(problems)") }
        } catch {
            complaints.append("cannot be read \(when): \(error)")
        }
    }

    /// What is wrong with the log that another process left, which had acknowledged these entries.
    static func complaints(in path: String, missing entries: [Int64]) async -> [String] {
        do {
            let log = try TransferLog(path: path, clock: PreparedLog.clock(from: 3_000))
            let held = Set(try await Self.entries(of: log).map(\.number.rawValue))
            var complaints: [String] = []
            if !held.isSuperset(of: entries) { complaints.append("an acknowledged entry is gone") }
            let problems = try await log.verify().problems
            if !problems.isEmpty { complaints.append("\(problems)") }
            try log.close()
            return complaints
        } catch {
            return ["what the process left cannot be opened: \(error)"]
        }
    }

    private static func entries(of log: TransferLog) async throws -> [Entry] {
        try await log.read { try $0.entries(after: EntryNumber(rawValue: 0), limit: 1_000) }
    }
}
