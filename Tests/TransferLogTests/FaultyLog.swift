import FaultyFileLayer
import Foundation
import Testing
import Vocabulary

@testable import TransferLog

/// A log on files that fail when they are told to, and what it acknowledged.
final class FaultyLog {
    private(set) var log: TransferLog
    let path: String
    var writeAheadLog: String { path + "-wal" }

    private let clock: UTCClock
    private let box: EntityID
    private let shelves: [EntityID]
    private var acknowledged: [Entry] = []
    private var moves = 0
    private var failing: String?

    static func with(_ body: (FaultyLog) async throws -> Void) async throws {
        faulty_file_layer_install()
        try await ScratchLog.inDirectory { directory in
            let path = directory + "/log.sqlite"
            let clock = UTCClock.ticking()
            let scratch = ScratchLog(log: try TransferLog(path: path, clock: clock), path: path)
            let shelves = [try await scratch.register(.location, 1), try await scratch.register(.location, 2)]
            let box = try await scratch.register(.container, 1)
            let bed = FaultyLog(scratch, clock, box: box, shelves: shelves)
            bed.acknowledged = try await bed.entries()
            defer { bed.end() }
            try await body(bed)
            try bed.log.close()
        }
    }

    private init(_ scratch: ScratchLog, _ clock: UTCClock, box: EntityID, shelves: [EntityID]) {
        path = scratch.path
        log = scratch.log
        self.clock = clock
        self.box = box
        self.shelves = shelves
    }

    /// Lets operations on `file` fail from now on.
    func begin(_ fault: FaultCase, in file: String) throws {
        try #require(faulty_file_layer_begin(file, fault.fault, fault.onset))
        failing = file
    }

    /// Ends the fault, and tells how many operations failed.
    @discardableResult
    func end() -> Int32 {
        defer { failing = nil }
        return failing.map { faulty_file_layer_end($0) } ?? 0
    }

    /// Moves the box to and fro, up to four times at once, and returns the errors that were told.
    func move(_ count: Int) async -> [String] {
        var errors: [String] = []
        var remaining = count
        while remaining > 0 {
            let wave = min(remaining, moves % 4 + 1)
            remaining -= wave
            moves += 1
            let transfer = Transfer(subject: box, from: .unknown, to: .location(shelves[moves % 2]), reason: "why")
            await withTaskGroup(of: Result<Entry, any Error>.self) { [log] group in
                for _ in 0..<wave {
                    group.addTask {
                        do {
                            return .success(
                                try await log.write { transaction in
                                    let by = Attribution(principal: .daemon)
                                    return try transaction.append(
                                        transaction.truthful(.transferred(transfer), by: by),
                                        by: by
                                    )
                                }
                            )
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                for await result in group {
                    switch result {
                    case .success(let entry): acknowledged.append(entry)
                    case .failure(let error): errors.append("\(error)")
                    }
                }
            }
        }
        return errors
    }

    func entries(of log: TransferLog? = nil) async throws -> [Entry] {
        try await (log ?? self.log).read { try $0.entries(after: EntryNumber(rawValue: 0), limit: 100_000) }
    }

    func reopen() throws {
        try? log.close()
        log = try TransferLog(path: path, clock: clock)
    }

    /// The files as they are now, as a machine that stops leaves them: what was shared in memory is gone.
    func crashCopy() throws -> String {
        let copy = path + ".crashed"
        for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
        return copy
    }

    func expectExactlyWhatWasAcknowledged() async throws {
        #expect(try await entries() == acknowledged.sorted { $0.number < $1.number })
        #expect(try await log.verify().problems == [])
        #expect(log.trouble == nil)
    }

    /// What was told to have failed may be there too, whole: nobody can know what a failing disk kept.
    func expectWhatWasAcknowledged(in copy: String) async throws {
        let log = try TransferLog(path: copy, clock: clock)
        let entries = try await entries(of: log)
        #expect(Set(entries).isSuperset(of: acknowledged), "acknowledged entries are gone")
        #expect(try await log.verify().problems == [])
        try log.close()
    }
}
