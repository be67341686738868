import Records
import TransferLog

/// The facts that the rules need about items and containers to be moved, queried for all of them together.
///
/// The number of statements does not depend on their number.
struct MoveFacts {
    /// The current placements, or those at the stated time of a past move.
    private let origins: [RecordID: Placement]
    private let bound: [RecordID: [Constraint]]
    private let around: [RecordID: [Enclosure]]
    private let passages: [RecordID: Transit]
    private let recipients: [RecordID: Record]
    /// The custodians of some of them who are concealed from the caller.
    private let hiddenHolders: Set<RecordID>

    /// Queries the facts.
    ///
    /// - Parameter moment: when a past move took place. Only the origins are then queried.
    init(about records: [Record], at moment: Timestamp? = nil, in view: LogView) throws {
        let ids = records.map(\.id)
        origins = try view.placements(of: ids, at: moment)
        guard moment == nil else {
            (bound, around, passages, recipients, hiddenHolders) = ([:], [:], [:], [:], [])
            return
        }
        bound = try view.bound(within: ids)
        around = try view.surroundings(of: ids)
        let holders = Set(around.values.compactMap { $0.last { $0.record.type == .custodian }?.record.id })
        hiddenHolders = try holders.filter(view.hides)
        passages = origins.values.contains(.inTransit) ? try view.passages(of: ids) : [:]
        recipients = try passages.isEmpty ? [:] : view.records(passages.values.compactMap(\.recipient))
    }

    func origin(of record: Record) -> Placement { origins[record.id] ?? .unknown }

    func passage(of record: Record) -> Transit? { passages[record.id] }

    /// Returns the custodian who has the item or container, directly or in a container; nil if none has it.
    func holder(of record: Record) -> Record? { around[record.id]?.last { $0.record.type == .custodian }?.record }

    /// Whether a hold applies to the item or container, its own or that of an enclosing container.
    func isHeld(_ record: Record) -> Bool {
        (bound[record.id] ?? []).contains { $0.record == record.id && $0.isHeld }
            || (around[record.id] ?? []).contains { $0.record.type == .container && $0.isHeld }
    }

    /// Adds the current facts to the circumstances of a move.
    func complete(_ act: inout MoveContext) {
        act.bound = bound[act.subject.id] ?? []
        act.holder = holder(of: act.subject)
        act.isHolderHidden = act.holder.map { hiddenHolders.contains($0.id) } ?? false
        for outer in around[act.subject.id] ?? [] where outer.record.type == .container {
            if act.heldOutside == nil, outer.isHeld { act.heldOutside = outer.record }
        }
        if let recipient = passages[act.subject.id]?.recipient { act.recipient = recipients[recipient] }
    }
}
