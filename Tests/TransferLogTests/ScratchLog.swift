import Barcodes
import FoundationEssentials
import Synchronization
import Testing
import Vocabulary

@testable import TransferLog

/// A log in a directory of its own, with a clock that moves one second at each look.
struct ScratchLog {
    let log: TransferLog
    let path: String

    static func with(_ body: (ScratchLog) async throws -> Void) async throws {
        try await inDirectory { directory in
            let path = directory + "/log.sqlite"
            let scratch = ScratchLog(log: try TransferLog(path: path, clock: .ticking()), path: path)
            try await body(scratch)
            try scratch.log.close()
        }
    }

    /// Runs `body` with a directory that goes afterwards, whatever happens.
    static func inDirectory(_ body: (String) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        do {
            try await body(directory)
        } catch {
            try FileManager.default.removeItem(atPath: directory)
            throw error
        }
        try FileManager.default.removeItem(atPath: directory)
    }

    /// Registers a thing and returns its id.
    func register(_ type: EntityType, _ serial: Int, parent: EntityID? = nil) async throws -> EntityID {
        let minted = try #require(MintedBarcode(prefix: type.prefix, site: .standard, serial: serial))
        let registration = Registration(
            type: type,
            kind: type.standardKind,
            barcode: Barcode(minted),
            origin: .given,
            title: "\(type) \(serial)",
            home: nil,
            parent: parent
        )
        let entry = try await log.write { transaction in
            try transaction.append(.registered(registration), by: Attribution(principal: .daemon))
        }
        return EntityID(registeredBy: entry.number)
    }

    /// Moves a thing, whatever any rule says.
    @discardableResult
    func move(_ subject: EntityID, to placement: Placement) async throws -> Entry {
        try await log.write { transaction in
            let from = try transaction.view.lastPlacement(of: subject)?.placement ?? .unknown
            let transfer = Transfer(subject: subject, from: from, to: placement, reason: nil)
            return try transaction.append(.transferred(transfer), by: Attribution(principal: .daemon))
        }
    }

    /// States afterwards that a thing was moved.
    @discardableResult
    func state(_ subject: EntityID, to placement: Placement, at instant: Timestamp) async throws -> Entry {
        let attribution = Attribution(principal: .daemon, occurredAt: instant, isBackDated: true)
        return try await log.write { transaction in
            let transfer = Transfer(subject: subject, from: .unknown, to: placement, reason: nil)
            let fact = try transaction.truthful(.transferred(transfer), by: attribution)
            return try transaction.append(fact, by: attribution)
        }
    }

    @discardableResult
    func correct(_ number: EntryNumber, subject: EntityID) async throws -> Entry {
        let correction = Correction(voids: number, subject: subject, reason: "mistake")
        return try await log.write { try $0.append(.corrected(correction), by: Attribution(principal: .daemon)) }
    }

    func whereabouts(_ id: EntityID) async throws -> Whereabouts {
        try await log.read { view in try view.whereabouts(of: try view.existing(id)) }
    }
}

extension UTCClock {
    /// Begins at an hour that nobody confuses with now, and moves on by itself.
    static func ticking() -> UTCClock {
        let ticks = Mutex<Int64>(1_700_000_000)
        return UTCClock {
            ticks.withLock { seconds in
                seconds += 1
                return Timestamp(clamping: seconds * 1_000_000)
            }
        }
    }
}

extension LogTransaction {
    /// The same fact; a transfer says where its subject came from.
    func truthful(_ fact: Fact, by attribution: Attribution) throws -> Fact {
        guard case .transferred(let transfer) = fact else { return fact }
        let moment = attribution.isBackDated ? attribution.occurredAt : nil
        let origin = try view.placements(of: [transfer.subject], at: moment)[transfer.subject]
        return .transferred(
            Transfer(
                kind: transfer.kind,
                subject: transfer.subject,
                from: origin ?? .unknown,
                to: transfer.to,
                reason: transfer.reason,
                due: transfer.due,
                recipient: transfer.recipient
            )
        )
    }
}
