import Barcodes
import Records
import TransferLog

/// What whoever stands at a station may do there, and may not.
struct StationDuties {
    private let clerk: Record?
    /// Who does it: the clerk, or else whoever sent the reading.
    private let actor: Principal
    private let role: Role
    private let isCounting: Bool
    /// Whether what is scanned is only asked about, or is to be counted.
    private let changesNothing: Bool
    private let separatesDuties: Bool

    /// Lets the transaction show what the clerk may see, when that is more than whoever sent the reading may.
    init(
        _ session: StationSession,
        by sender: Principal,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) throws {
        let clerk = try session.clerk.flatMap { try transaction.view.record($0) }
        role = clerk.flatMap { settings.badges[$0.barcode] } ?? .clerk
        if clerk != nil { transaction.see(as: max(transaction.sight, role.sight)) }
        self.clerk = clerk
        actor = clerk.map { .custodian($0.id) } ?? sender
        if case .counting = session.context { isCounting = true } else { isCounting = false }
        changesNothing = session.armed == .whereIs || session.armed == .verify
        separatesDuties = settings.separatesDuties
    }

    /// Whether nobody can be told apart who is not signed in: behind a gun stands whoever holds it.
    static func needSignIn(_ sender: Principal, settings: CirculationSettings) -> Bool {
        settings.separatesDuties && sender == .daemon
    }

    /// Why a thing that was scanned is not for this clerk; nil when it is, or when something else was scanned.
    func objection(to scanned: Scanned, in view: LogView) throws -> Refusal? {
        guard !changesNothing else { return nil }
        let subject: Record?
        switch scanned {
        case .known(let record) where record.type.isMovable: subject = record
        case .unknown(let barcode) where barcode.minted != nil: subject = nil
        default: return nil
        }
        if let clerk, !isCounting, role != .clerk, role != .supervisor, role != .administrator {
            let what = "cannot do that: the badge \(clerk.barcode) is a \(role.rawValue)'s; a clerk must sign in"
            return Refusal(.notForThisBadge, what)
        }
        guard separatesDuties, isCounting, let subject, try hasMoved(subject, in: view) else { return nil }
        return Refusal(.separateDuties, "cannot count \(subject.barcode): you moved it; somebody else must count it")
    }

    /// Whether they moved it, or what it lay in.
    private func hasMoved(_ subject: Record, in view: LogView) throws -> Bool {
        try view.history(of: subject.id, before: nil, limit: Self.lookedAt).contains { step in
            guard case .transferred = step.entry.fact else { return false }
            return step.entry.principal == actor
        }
    }

    /// Steps of a history in which who moved a thing is looked for.
    private static let lookedAt = 200
}
