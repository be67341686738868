import Barcodes
import Foundation
import Synchronization
import TransferLog
import Vocabulary

/// A log with a few entries, some of them in its write-ahead log, as a daemon that was killed leaves it.
struct PreparedLog {
    let directory: String
    let box: EntityID
    let shelves: [EntityID]
    let entries: [Entry]

    /// Makes it in the directory, which must exist.
    init(directory: String) async throws {
        self.directory = directory
        let log = try TransferLog(path: directory + "/before.sqlite", clock: Self.clock(from: 0))
        shelves = [try await Self.register(.location, 1, in: log), try await Self.register(.location, 2, in: log)]
        box = try await Self.register(.container, 1, in: log)
        for turn in 0..<6 { try await Self.move(box, to: shelves[turn % 2], in: log) }
        entries = try await log.read { try $0.entries(after: EntryNumber(rawValue: 0), limit: 1_000) }
        try Self.copy(directory + "/before.sqlite", to: directory + "/prepared.sqlite")
        try log.close()
    }

    /// Works on a copy of it while `fault` strikes; `acknowledge` is told of each entry that was acknowledged meanwhile.
    func run(
        _ fault: SweptFault?,
        _ plan: FaultPlan,
        acknowledge: @escaping (Int64) -> Void
    ) async throws -> FaultedRun {
        let path = directory + "/log.sqlite"
        try Self.copy(directory + "/prepared.sqlite", to: path)
        var run = FaultedRun(on: self, at: path, plan, acknowledge: acknowledge)
        try await run.work(under: fault)
        return run
    }

    /// The files as they are at this moment, as a machine that stops leaves them: what was shared in memory is gone.
    static func copy(_ path: String, to copy: String) throws {
        for suffix in ["", "-wal", "-shm"] {
            if FileManager.default.fileExists(atPath: copy + suffix) {
                try FileManager.default.removeItem(atPath: copy + suffix)
            }
            if suffix != "-shm", FileManager.default.fileExists(atPath: path + suffix) {
                try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
            }
        }
    }

    /// Moves a thing to where it is told to go, from wherever it is.
    @discardableResult
    static func move(_ subject: EntityID, to shelf: EntityID, in log: TransferLog) async throws -> Entry {
        try await log.write { transaction in
            let from = try transaction.view.lastPlacement(of: subject)?.placement ?? .unknown
            let transfer = Transfer(subject: subject, from: from, to: .location(shelf), reason: "why")
            return try transaction.append(.transferred(transfer), by: Attribution(principal: .daemon))
        }
    }

    private static func register(_ type: EntityType, _ serial: Int, in log: TransferLog) async throws -> EntityID {
        guard let minted = MintedBarcode(prefix: type.prefix, site: .standard, serial: serial) else {
            throw FaultPlan.Unusable(description: "cannot mint number \(serial)")
        }
        let registration = Registration(
            type: type,
            kind: type.standardKind,
            barcode: Barcode(minted),
            origin: .given,
            title: "\(type) \(serial)",
            home: nil,
            parent: nil
        )
        let entry = try await log.write {
            try $0.append(.registered(registration), by: Attribution(principal: .daemon))
        }
        return EntityID(registeredBy: entry.number)
    }

    /// Moves on by a second at each look, so that no run differs from another.
    static func clock(from second: Int64) -> UTCClock {
        let ticks = Mutex<Int64>(1_700_000_000 + second)
        return UTCClock {
            ticks.withLock { seconds in
                seconds += 1
                return Timestamp(clamping: seconds * 1_000_000)
            }
        }
    }
}
