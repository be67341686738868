import Barcodes
import Records
import TransferLog

/// What the clerk who is signed in at a station may do there, and may not.
struct StationDuties {
    private let clerk: Record?
    private let role: Role
    private let isCounting: Bool
    private let separatesDuties: Bool

    /// Lets the transaction show what the clerk may see, when that is more than whoever sent the reading may.
    init(_ session: StationSession, settings: CirculationSettings, in transaction: LogTransaction) throws {
        let clerk = try session.clerk.flatMap { try transaction.view.record($0) }
        role = clerk.flatMap { settings.badges[$0.barcode] } ?? .clerk
        if clerk != nil { transaction.see(as: max(transaction.sight, role.sight)) }
        self.clerk = clerk
        if case .counting = session.context { isCounting = true } else { isCounting = false }
        separatesDuties = settings.separatesDuties
    }

    /// Why a thing that was scanned is not for this clerk; nil when it is, or when something else was scanned.
    func objection(to scanned: Scanned, in view: LogView) throws -> Refusal? {
        guard let clerk else { return nil }
        let subject: Record?
        switch scanned {
        case .known(let record) where record.type.isMovable: subject = record
        case .unknown(let barcode) where barcode.minted != nil: subject = nil
        default: return nil
        }
        guard isCounting || role == .clerk || role == .supervisor || role == .administrator else {
            let what = "cannot do that: the badge \(clerk.barcode) is a \(role.rawValue)'s; a clerk must sign in"
            return Refusal(.notForThisBadge, what)
        }
        guard separatesDuties, let subject else { return nil }
        return try isCounting
            ? objection(toCounting: subject, by: clerk, in: view)
            : objection(toMoving: subject, by: clerk, in: view)
    }

    private func objection(toCounting subject: Record, by clerk: Record, in view: LogView) throws -> Refusal? {
        let steps = try view.history(of: subject.id, before: nil, limit: Self.lookedAt)
        let moved = steps.contains { step in
            guard case .transferred = step.entry.fact, step.seen == .direct else { return false }
            return step.entry.principal == .custodian(clerk.id)
        }
        guard moved else { return nil }
        return Refusal(.separateDuties, "cannot count \(subject.barcode): you moved it; somebody else must count it")
    }

    private func objection(toMoving subject: Record, by clerk: Record, in view: LogView) throws -> Refusal? {
        guard let seen = try view.sighting(of: subject.id),
            try view.entry(seen.entry).principal == .custodian(clerk.id)
        else { return nil }
        return Refusal(.separateDuties, "cannot move \(subject.barcode): you counted it; somebody else must move it")
    }

    /// Steps of a history in which who moved a thing is looked for.
    private static let lookedAt = 200
}
