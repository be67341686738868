import Records
import TransferLog

/// What the rules want to know about things that are to be moved, asked for all of them at once.
///
/// However many they are, it takes as many statements as for one.
struct MoveFacts {
    /// Where they are, or were when they are told to have moved.
    private let origins: [RecordID: Placement]
    private let bound: [RecordID: [Bound]]
    private let around: [RecordID: [Around]]
    private let passages: [RecordID: Passage]
    private let recipients: [RecordID: Record]
    /// Who has some of them, of whom the caller may not know.
    private let hiddenHolders: Set<RecordID>

    /// - Parameter moment: when they moved, where somebody states that afterwards: then nothing else counts.
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

    func passage(of record: Record) -> Passage? { passages[record.id] }

    /// Who has it, or what it lies in; nil when nobody does.
    func holder(of record: Record) -> Record? { around[record.id]?.last { $0.record.type == .custodian }?.record }

    /// Whether a hold keeps it as it is, its own or that of what it lies in.
    func isHeld(_ record: Record) -> Bool {
        (bound[record.id] ?? []).contains { $0.record == record.id && $0.isHeld }
            || (around[record.id] ?? []).contains { $0.record.type == .container && $0.isHeld }
    }

    /// Adds what is so now to what is to be judged.
    func complete(_ act: inout Circumstances) {
        act.bound = bound[act.subject.id] ?? []
        act.holder = holder(of: act.subject)
        act.isHolderHidden = act.holder.map { hiddenHolders.contains($0.id) } ?? false
        for outer in around[act.subject.id] ?? [] where outer.record.type == .container {
            if act.heldOutside == nil, outer.isHeld { act.heldOutside = outer.record }
        }
        if let recipient = passages[act.subject.id]?.recipient { act.recipient = recipients[recipient] }
    }
}
