import Barcodes
import Circulation
import Localization
import TransferLog
import Vocabulary

/// The acts that the person at a station is permitted.
struct StationDuties {
    private let clerk: Entity?
    /// The acting principal: the clerk, or otherwise the sender of the reading.
    private let actor: Principal
    private let role: Role
    private let isAudit: Bool
    /// Whether the scan only queries an entity or is part of a check.
    private let changesNothing: Bool
    private let separatesDuties: Bool

    /// Raises the transaction's clearance to that of the clerk if it exceeds the sender's.
    init(
        _ session: StationSession,
        by sender: Principal,
        settings: CirculationSettings,
        in transaction: LogTransaction
    ) throws {
        let clerk = try session.clerk.flatMap { try transaction.view.entity($0) }
        role = clerk.flatMap { settings.badges[$0.barcode] } ?? .clerk
        if clerk != nil { transaction.see(as: max(transaction.clearance, role.clearance)) }
        self.clerk = clerk
        actor = clerk.map { .custodian($0.id) } ?? sender
        isAudit = StationModes.mode(of: session.context)?.isAudit == true
        changesNothing = session.armed == .whereIs || session.armed == .verify
        separatesDuties = settings.separatesDuties
    }

    /// Whether a clerk must sign in because the sender does not identify a person: anyone may hold the scanner.
    static func needSignIn(_ sender: Principal, settings: CirculationSettings) -> Bool {
        settings.separatesDuties && sender == .daemon
    }

    /// Returns why the clerk may not handle the scanned item or container; nil if permitted or if something else was
    /// scanned.
    func objection(to scanned: Scanned, in view: LogView) throws -> Refusal? {
        guard !changesNothing else { return nil }
        let subject: Entity?
        switch scanned {
        case .known(let entity) where entity.type.isMovable: subject = entity
        case .unknown(let barcode) where barcode.minted != nil: subject = nil
        default: return nil
        }
        if let clerk, !isAudit, role != .clerk, role != .supervisor, role != .administrator {
            let what =
                role == .auditor
                ? Message(
                    "cannot do that: the badge \(clerk.barcode, "badge") is an auditor's; a clerk must sign in"
                )
                : Message("cannot do that: the badge \(clerk.barcode, "badge") is a reader's; a clerk must sign in")
            return Refusal(.notForThisBadge, what)
        }
        guard separatesDuties, isAudit, let subject, try hasMoved(subject, in: view) else { return nil }
        let what = Message("cannot count \(subject.barcode, "item"): you moved it; somebody else must count it")
        return Refusal(.separateDuties, what)
    }

    /// Whether the actor moved the item or container, or a container that held it.
    private func hasMoved(_ subject: Entity, in view: LogView) throws -> Bool {
        try view.history(of: subject.id, before: nil, limit: Self.lookedAt).contains { step in
            guard case .transferred = step.entry.fact else { return false }
            return step.entry.principal == actor
        }
    }

    /// The number of history entries to search for the actor's moves.
    private static let lookedAt = 200
}
