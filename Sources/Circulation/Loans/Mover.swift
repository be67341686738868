import Barcodes
import Records
import TransferLog

/// Moves things to one place within one transaction.
///
/// What the rules want to know about the place is asked once, and about a thing with all that is in it in one question.
struct Mover {
    private let order: MoveOrder
    private let transaction: LogTransaction
    private let settings: CirculationSettings
    private let place: Record?
    private let around: [Circumstances.Surrounding]
    private var occupancy = 0
    private var loans = 0

    init(_ order: MoveOrder, in transaction: LogTransaction, settings: CirculationSettings) throws {
        let view = transaction.view
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
            loans = try view.loanCount(of: place.id)
        }
    }

    /// Moves one thing; nil when it is there already, refused when a rule forbids it.
    mutating func move(_ record: Record, by attribution: Attribution) throws -> Entry? {
        try transfer(of: record, by: attribution).map { try transaction.append(.transferred($0), by: attribution) }
    }

    /// Moves all of them, or none; those that are there already stay.
    mutating func moveAll(_ records: [Record], by attribution: Attribution) throws -> [Entry] {
        try transfers(of: records, by: attribution).map { try transaction.append(.transferred($0), by: attribution) }
    }

    /// What would move them; refused when a rule forbids one, and nothing is written.
    mutating func transfers(of records: [Record], by attribution: Attribution) throws -> [Transfer] {
        var transfers: [Transfer] = []
        for record in records {
            if let transfer = try transfer(of: record, by: attribution) { transfers.append(transfer) }
        }
        return transfers
    }

    private mutating func transfer(of record: Record, by attribution: Attribution) throws -> Transfer? {
        let view = transaction.view
        let moment = attribution.isBackDated ? attribution.occurredAt : nil
        let origin = try view.standing(of: record.id, at: moment)?.placement ?? .unknown
        var act = Circumstances(subject: record, origin: origin, destination: order.destination, place: place)
        act.around = around
        act.isHistory = attribution.isBackDated || order.kind == .missed
        act.giver = order.giver
        act.isStated = order.isStated
        act.occupancy = occupancy
        act.loans = loans
        let passage = origin == .inTransit && moment == nil ? try view.passage(of: record.id) : nil
        var terms = settings.loans
        if moment == nil {
            try gather(&act, passage)
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
        if settings.separatesDuties, !order.isFinding { try refuseIfCounted(record, by: attribution.principal) }
        let due = DueDate(settings).due(terms, from: attribution.occurredAt ?? transaction.now)
        let isAccepted = act.borrower != nil && passage?.sender != nil && passage?.sender != place?.id
        let natural = TransferKind(from: origin, to: order.destination, home: record.home)
        occupancy += 1
        loans += 1
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
    private func refuseIfCounted(_ record: Record, by principal: Principal) throws {
        guard let seen = try transaction.view.sighting(of: record.id),
            try transaction.view.entry(seen.entry).principal == principal
        else { return }
        let what = "cannot move \(record.barcode): you counted it; somebody else must move it"
        throw Refusal(.separateDuties, what)
    }

    private func gather(_ act: inout Circumstances, _ passage: Passage?) throws {
        let view = transaction.view
        if act.subject.type == .container {
            act.bound = try view.bound(within: act.subject.id)
        } else {
            let conditions = try view.conditions(of: act.subject.id)
            let isHeld = try !view.holds(on: act.subject.id).isEmpty
            if isHeld || conditions != .none {
                let barcode = act.subject.barcode.text
                act.bound = [
                    Bound(record: act.subject.id, barcode: barcode, conditions: conditions, isHeld: isHeld)
                ]
            }
        }
        for outer in try view.surroundings(of: act.origin, stopsAtLocation: true)
        where outer.type != .location {
            if outer.type == .custodian {
                act.holder = outer
            } else {
                let conditions = try view.conditions(of: outer.id)
                act.leaving.append(Circumstances.Surrounding(record: outer, conditions: conditions))
                if try act.heldOutside == nil && !view.holds(on: outer.id).isEmpty { act.heldOutside = outer }
            }
        }
        if let recipient = passage?.recipient { act.recipient = try Circulation.known(recipient, in: view) }
    }
}

extension LoanTerms {
    /// Whether anybody may have only so many things.
    var isLimited: Bool { limit != nil || exceptions.contains { $0.limit != nil } }
}
