import Barcodes
import TestSupport
import Vocabulary

@testable import TransferLog

/// Writes entries of every kind at random, as rules would let them through.
struct RandomHistory {
    private var generator: SeededGenerator
    private var locations: [EntityID] = []
    private var containers: [EntityID] = []
    private var items: [EntityID] = []
    private var custodians: [EntityID] = []
    private var holds: [(EntryNumber, EntityID)] = []
    private var lists: [PullListID] = []
    private var printed: [LabelApplication] = []
    private var documents: [DocumentMove] = []
    private var voidable: [(EntryNumber, EntityID)] = []
    private var serial = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// Appends `count` entries.
    mutating func write(_ count: Int, to log: TransferLog) async throws {
        for index in 0..<count {
            let step = Fact.log(.clockSteppedBack(microseconds: 1))
            let fact =
                switch index {
                case count / 2: step
                case count / 2 + 1: Fact.log(.evidenceCommitted(.none))
                default: try await nextFact(log)
                }
            let isBackDated = Int.random(in: 0..<6, using: &generator) == 0
            let seconds = Int64.random(in: 1_600_000_000...1_700_000_000, using: &generator)
            let attribution = Attribution(
                principal: .user(UInt32.random(in: 0..<5, using: &generator)),
                scanner: Bool.random(using: &generator) ? ScannerName("copier") : nil,
                occurredAt: isBackDated ? Timestamp(clamping: seconds * 1_000_000) : nil,
                isBackDated: isBackDated
            )
            let entry = try await log.write { try $0.append($0.truthful(fact, by: attribution), by: attribution) }
            remember(entry)
        }
    }

    private mutating func nextFact(_ log: TransferLog) async throws -> Fact {
        if locations.count < 2 || Int.random(in: 0..<8, using: &generator) == 0 { return registration() }
        switch Int.random(in: 0..<24, using: &generator) {
        case 0: if let change = change() { return .changed(change) }
        case 1: if let labelling = labelling() { return .labelled(labelling) }
        case 2:
            if let (number, subject) = voidable.randomElement(using: &generator),
                try await log.read({ try $0.voiding(of: number) }) == nil
            {
                return .corrected(Correction(voids: number, subject: subject, reason: "mistake"))
            }
        case 3: if let document = document() { return .documentAttached(document) }
        case 4: if let fact = hold() { return .held(fact) }
        case 5:
            if let subject = items.randomElement(using: &generator) {
                return .renewed(Renewal(subject: subject, due: instant()))
            }
        case 6: if let count = count() { return .counted(count) }
        case 7: if let change = restriction() { return .changed(change) }
        case 8: if let print = labelPrint() { return .labelPrinted(print) }
        case 9: if let application = printed.randomElement(using: &generator) { return .labelApplied(application) }
        case 10: if let event = supplyEvent() { return .supply(event) }
        case 11: if let secrecy = secrecy() { return .restricted(secrecy) }
        case 12: if let departure = departure() { return .transferred(departure) }
        case 13:
            let labels = Int.random(in: 1...12, using: &generator)
            return .pagePrinted(PagePrint(template: "controls", printer: "office", job: 0, labels: labels))
        case 14: if let event = pullListEvent() { return .pullList(event) }
        case 15: if let want = want() { return .wanted(want) }
        case 16:
            if let subject = items.randomElement(using: &generator), let list = lists.randomElement(using: &generator) {
                return .notFound(NotFound(subject: subject, list: list))
            }
        case 17: if let move = documentMove() { return .documentMoved(move) }
        default: if let transfer = transfer() { return .transferred(transfer) }
        }
        return registration()
    }

    private mutating func registration() -> Fact {
        serial += 1
        let type = [EntityType.location, .container, .item, .custodian].randomElement(using: &generator) ?? .item
        let minted = MintedBarcode(prefix: type.prefix, site: .standard, serial: serial).map { Barcode($0) }
        let foreign = try? Barcode(parsing: "own \(serial)")
        let isMinted = Bool.random(using: &generator)
        return .registered(
            Registration(
                type: type,
                kind: type.standardKind,
                barcode: isMinted ? minted : foreign,
                origin: isMinted ? .minted : .given,
                title: Bool.random(using: &generator) ? "title \(serial)" : nil,
                home: type.isMovable ? locations.randomElement(using: &generator) : nil,
                parent: type == .location ? locations.randomElement(using: &generator) : nil
            )
        )
    }

    /// Containers go only into containers that are older, so that nothing lies in itself.
    private mutating func transfer() -> Transfer? {
        guard let subject = (containers + items).randomElement(using: &generator) else { return nil }
        let outer = containers.filter { $0 < subject || items.contains(subject) }
        var places: [Placement] = locations.map { .location($0) } + outer.map { .container($0) }
        places += custodians.map { .custodian($0) } + [.inTransit, .unknown, .disposed]
        guard let to = places.randomElement(using: &generator) else { return nil }
        let sender = custodians.randomElement(using: &generator).map { Placement.custodian($0) }
        return Transfer(
            subject: subject,
            from: Bool.random(using: &generator) ? sender ?? .unknown : .unknown,
            to: to,
            reason: Bool.random(using: &generator) ? "why" : nil,
            due: to.word == "custodian" && Bool.random(using: &generator) ? instant() : nil,
            recipient: to == .inTransit ? custodians.randomElement(using: &generator) : nil
        )
    }

    private mutating func pullListEvent() -> PullListEvent? {
        if Int.random(in: 0..<5, using: &generator) == 0, let list = lists.randomElement(using: &generator) {
            return .cancelled(list)
        }
        serial += 1
        return MintedBarcode(prefix: .pullList, site: .standard, serial: serial).map { .made($0) }
    }

    private mutating func want() -> ItemRequest? {
        guard let subject = (containers + items).randomElement(using: &generator),
            let list = lists.randomElement(using: &generator)
        else { return nil }
        let isNamed = Bool.random(using: &generator)
        return ItemRequest(
            subject: subject,
            list: list,
            recipient: isNamed ? custodians.randomElement(using: &generator) : nil,
            due: Bool.random(using: &generator) ? instant() : nil,
            reason: Bool.random(using: &generator) ? "hearing" : nil
        )
    }

    /// Something goes to somebody, and is under way until it is taken.
    private mutating func departure() -> Transfer? {
        guard let subject = items.randomElement(using: &generator),
            let from = custodians.randomElement(using: &generator),
            let to = custodians.randomElement(using: &generator)
        else { return nil }
        return Transfer(subject: subject, from: .custodian(from), to: .inTransit, reason: nil, recipient: to)
    }

    private mutating func secrecy() -> Restriction? {
        guard let subject = (containers + items).randomElement(using: &generator),
            let level = [Restriction.Level.open, .restricted, .sealed].randomElement(using: &generator)
        else { return nil }
        return Restriction(subject: subject, from: .open, to: level, order: "order", reason: nil)
    }

    private mutating func instant() -> Timestamp {
        Timestamp(clamping: Int64.random(in: 1_700_000_000...1_800_000_000, using: &generator) * 1_000_000)
    }

    private mutating func hold() -> Hold? {
        if Bool.random(using: &generator), let (number, subject) = holds.randomElement(using: &generator) {
            return Hold(subject: subject, stage: .released(number), reason: "over")
        }
        guard let subject = (containers + items).randomElement(using: &generator) else { return nil }
        return Hold(subject: subject, stage: .placed, order: "order", reason: nil)
    }

    private mutating func count() -> ContentsCount? {
        guard let place = (locations + containers).randomElement(using: &generator) else { return nil }
        let present = items.filter { _ in Bool.random(using: &generator) }
        return ContentsCount(subject: place, present: present, missing: 1, extra: 0)
    }

    private mutating func restriction() -> Change? {
        let restrictions = [
            ConditionChange(isSealed: .set(Bool.random(using: &generator)), series: .set(.box)),
            ConditionChange(rooms: .set(locations), series: .cleared), ConditionChange(roles: .set([.clerk, .crate])),
            ConditionChange(roles: .cleared, rooms: .cleared),
        ]
        guard let subject = (containers + items).randomElement(using: &generator),
            let conditions = restrictions.randomElement(using: &generator)
        else { return nil }
        return Change(subject: subject, conditions: conditions)
    }

    private mutating func change() -> Change? {
        guard let subject = (containers + items).randomElement(using: &generator) else { return nil }
        serial += 1
        let titles: [Edit<String>] = [.kept, .cleared, .set("changed \(serial)")]
        let homes: [Edit<EntityID>] = [.kept, .cleared] + locations.map { .set($0) }
        return Change(
            subject: subject,
            title: titles.randomElement(using: &generator) ?? .kept,
            kind: Bool.random(using: &generator) ? .set(.crate) : .kept,
            home: homes.randomElement(using: &generator) ?? .kept
        )
    }

    private mutating func labelling() -> Labelling? {
        guard let subject = (locations + containers + items).randomElement(using: &generator) else { return nil }
        serial += 1
        let role: Labelling.Role = Bool.random(using: &generator) ? .primary : .alias
        return Labelling(subject: subject, barcode: try? Barcode(parsing: "label \(serial)"), role: role)
    }

    private mutating func document() -> DocumentAttachment? {
        guard let subject = (containers + items).randomElement(using: &generator) else { return nil }
        let digit = String(Int.random(in: 0..<10, using: &generator))
        guard let hash = ContentHash(String(repeating: digit, count: 64)) else { return nil }
        return DocumentAttachment(
            subject: subject,
            hash: hash,
            bytes: 4_711,
            mediaType: "application/pdf",
            firstPage: Int.random(in: 1..<9, using: &generator),
            pages: Int.random(in: 1..<9, using: &generator)
        )
    }

    /// A document goes to another thing, or back.
    private mutating func documentMove() -> DocumentMove? {
        guard let known = documents.randomElement(using: &generator),
            let subject = (containers + items).randomElement(using: &generator), subject != known.subject
        else { return nil }
        return DocumentMove(subject: subject, origin: known.subject, document: known.document, reason: "misfiled")
    }

    /// Some are of a daemon that had no runs of labels.
    private mutating func labelPrint() -> LabelPrint? {
        guard let subject = (locations + containers + items).randomElement(using: &generator) else { return nil }
        return LabelPrint(
            subject: subject,
            template: ["box", "folder"].randomElement(using: &generator) ?? "box",
            printer: "zebra",
            job: 1,
            copies: Int.random(in: 1..<4, using: &generator),
            batch: Bool.random(using: &generator) ? PrintBatchNumber(rawValue: 1) : nil,
            reason: Bool.random(using: &generator) ? "torn off" : nil,
            circumstances: PrintCircumstances(
                despite: Bool.random(using: &generator) ? ["wrong-media"] : [],
                mediaDoubt: Bool.random(using: &generator) ? "no-answer" : nil
            )
        )
    }

    private mutating func supplyEvent() -> SupplyEvent? {
        guard let name = SupplyName(["roll", "ribbon"].randomElement(using: &generator) ?? "roll") else { return nil }
        let units = Int.random(in: 0..<100, using: &generator)
        return Bool.random(using: &generator) ? .received(name, units: units) : .counted(name, units: units)
    }

    private mutating func remember(_ entry: Entry) {
        switch entry.fact {
        case .registered(let registration):
            let id = EntityID(registeredBy: entry.number)
            switch registration.type {
            case .location: locations.append(id)
            case .container: containers.append(id)
            case .item: items.append(id)
            case .custodian: custodians.append(id)
            }
        case .transferred(let transfer): voidable.append((entry.number, transfer.subject))
        case .labelPrinted(let print):
            printed.append(LabelApplication(subject: print.subject, print: entry.number))
        case .documentAttached(let document):
            voidable.append((entry.number, document.subject))
            documents.append(
                DocumentMove(subject: document.subject, origin: document.subject, document: entry.number, reason: nil)
            )
        case .documentMoved(let move):
            voidable.append((entry.number, move.subject))
            documents.append(move)
        case .held(let hold): if hold.stage == .placed { holds.append((entry.number, hold.subject)) }
        case .pullList(.made): lists.append(PullListID(madeBy: entry.number))
        case .wanted(let want): voidable.append((entry.number, want.subject))
        case .notFound(let notFound): voidable.append((entry.number, notFound.subject))
        case .renewed(let renewal): voidable.append((entry.number, renewal.subject))
        case .changed(let change): voidable.append((entry.number, change.subject))
        case .corrected(let correction): voidable.append((entry.number, correction.subject))
        default: break
        }
    }
}
