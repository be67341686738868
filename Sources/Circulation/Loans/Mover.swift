import Records
import TransferLog

/// Moves things to one place within one transaction.
///
/// What the rules want to know about the place is asked once, and about the things with all that is in them in one
/// question each, however many they are.
struct Mover {
    private let order: MoveOrder
    private let transaction: LogTransaction
    /// The log as those see it who are told what the rules object to.
    private let view: LogView
    private let settings: CirculationSettings
    private let place: Record?
    private let around: [Circumstances.Surrounding]
    private var occupancy = 0
    private var loans = 0
    /// Those that are on their way to the place already.
    private var moved: Set<RecordID> = []

    /// - Parameter view: the log as those see it who are told what the rules object to; nil for whoever moves.
    init(
        _ order: MoveOrder,
        in transaction: LogTransaction,
        settings: CirculationSettings,
        toldTo view: LogView? = nil
    ) throws {
        let view = view ?? transaction.view
        self.view = view
        self.order = order
        self.transaction = transaction
        self.settings = settings
        around = try view.surroundings(of: order.destination).map { record in
            Circumstances.Surrounding(record: record, conditions: try view.conditions(of: record.id))
        }
        place = around.first?.record
        if let first = around.first, let capacity = first.conditions.capacity {
            occupancy = try view.occupancy(of: first.record.id, upTo: capacity + 1)
        }
        if let place, place.type == .custodian, settings.loans.isLimited {
            loans = try view.loanCount(shownOf: place.id)
        }
    }

    /// Moves one thing; nil when it is there already, refused when a rule forbids it.
    mutating func move(_ record: Record, by attribution: Attribution) throws -> Entry? {
        try moveAll([record], by: attribution).first ?? nil
    }

    /// Moves all of them, or none when a rule forbids one; nil for each that is there already.
    mutating func moveAll(_ records: [Record], by attribution: Attribution) throws -> [Entry?] {
        try transfers(of: records, by: attribution).map { transfer in
            try transfer.map { try transaction.append(.transferred($0), by: attribution) }
        }
    }

    /// What would move them, nil for each that is there already; refused when a rule forbids one, and nothing is written.
    mutating func transfers(of records: [Record], by attribution: Attribution) throws -> [Transfer?] {
        let moment = attribution.isBackDated ? attribution.occurredAt : nil
        let facts = try MoveFacts(about: records, at: moment, in: view)
        let separatesDuties = settings.separatesDuties && !order.isFinding
        let counters = try separatesDuties ? view.counters(of: records.map(\.id)) : [:]
        return try records.map { try transfer(of: $0, by: attribution, facts, counters) }
    }

    private mutating func transfer(
        of record: Record,
        by attribution: Attribution,
        _ facts: MoveFacts,
        _ counters: [RecordID: Principal]
    ) throws -> Transfer? {
        let origin = moved.contains(record.id) ? order.destination : facts.origin(of: record)
        var act = Circumstances(subject: record, origin: origin, destination: order.destination, place: place)
        act.around = around
        // What goes onto a shelf lies no deeper than before.
        if record.type == .container, act.containersAround > 0 {
            act.depthWithin = try view.unfiltered(because: .constraint).depth(within: record.id)
            act.shownDepthWithin = try view.depth(within: record.id)
        }
        act.isHistory = attribution.isBackDated || order.kind == .missed
        act.giver = order.giver
        act.isStated = order.isStated
        act.occupancy = occupancy
        act.loans = loans
        var terms = settings.loans
        if !attribution.isBackDated {
            facts.complete(&act)
            if let borrower = act.borrower {
                let series = act.bound.first { $0.record == record.id }?.conditions.series
                terms = terms.terms(custodian: borrower.kind, series: series)
                act.loanLimit = terms.limit
            }
        }
        switch MoveRules.judge(act) {
        case .alreadyThere: return nil
        case .refused(let refusal): throw refusal
        case .allowed: break
        }
        try check(record, wasCountedBy: counters[record.id], movedBy: attribution.principal)
        let due = DueDate(settings).due(terms, from: attribution.occurredAt ?? transaction.now)
        let passage = facts.passage(of: record)
        let isAccepted = act.borrower != nil && passage?.sender != nil && passage?.sender != place?.id
        let natural = TransferKind(from: origin, to: order.destination, home: record.home)
        occupancy += 1
        loans += 1
        moved.insert(record.id)
        return Transfer(
            kind: order.kind ?? (isAccepted ? .handedOver : natural),
            subject: record.id,
            from: origin,
            to: order.destination,
            reason: order.reason,
            due: act.borrower == nil || attribution.isBackDated ? nil : order.due ?? due,
            recipient: order.recipient
        )
    }

    /// Nobody moves what they counted: the count says where it is, and must not be their own word for it.
    private func check(_ record: Record, wasCountedBy counter: Principal?, movedBy principal: Principal) throws {
        guard counter == principal else { return }
        let what = "cannot move \(record.barcode): you counted it; somebody else must move it"
        throw Refusal(.separateDuties, what)
    }
}

extension LoanTerms {
    /// Whether anybody may have only so many things.
    var isLimited: Bool { limit != nil || exceptions.contains { $0.limit != nil } }
}
