import Barcodes
import LogProof
import Vocabulary

extension Labelling: RecordedFact {
    private static let relabelled = "relabelled"
    private static let aliasBound = "alias-bound"
    static let kinds = [relabelled, aliasBound]

    var entryKind: String { role == .primary ? Self.relabelled : Self.aliasBound }
    var fact: Fact { .labelled(self) }
    var members: JSONMembers { ["barcode": barcode.mintedJSON, "subject": .integer(subject.rawValue)] }
    var texts: [FactText] { Self.present((.barcode, barcode.foreignText)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        self.init(
            subject: try entry.subject,
            barcode: entry.barcode,
            role: entry.kind == Self.relabelled ? .primary : .alias
        )
    }
}

extension LabelPrint: RecordedFact {
    static let kinds = ["label-printed"]

    var fact: Fact { .labelPrinted(self) }

    var members: JSONMembers {
        var members: JSONMembers = [
            "batch": batch.map { .integer($0.rawValue) },
            "copies": .integer(Int64(copies)),
            "job": .integer(Int64(job)),
            "printer": .string(printer),
            "subject": .integer(subject.rawValue),
            "template": .string(template),
        ]
        members.merge(circumstances.members)
        return members
    }

    var texts: [FactText] { Self.present((.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let template = entry.string("template"), let printer = entry.string("printer"),
            let job = entry.integer("job"), let copies = entry.integer("copies")
        else { throw entry.incomplete }
        self.init(
            subject: try entry.subject,
            template: template,
            printer: printer,
            job: Int(job),
            copies: Int(copies),
            batch: entry.integer("batch").map(PrintBatchNumber.init(rawValue:)),
            reason: entry.texts[.reason],
            circumstances: try PrintCircumstances(from: entry)
        )
    }
}

extension PagePrint: RecordedFact {
    static let kinds = ["page-printed"]

    var fact: Fact { .pagePrinted(self) }

    var members: JSONMembers {
        var members: JSONMembers = [
            "job": .integer(Int64(job)),
            "labels": .integer(Int64(labels)),
            "printer": .string(printer),
            "template": .string(template),
        ]
        members.merge(circumstances.members)
        return members
    }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let template = entry.string("template"), let printer = entry.string("printer"),
            let job = entry.integer("job"), let labels = entry.integer("labels"), labels >= 0
        else { throw entry.incomplete }
        self.init(
            template: template,
            printer: printer,
            job: Int(clamping: job),
            labels: Int(clamping: labels),
            circumstances: try PrintCircumstances(from: entry)
        )
    }
}

extension PrintCircumstances {
    /// Empty when printing was normal.
    fileprivate var members: JSONMembers {
        var members: JSONMembers = ["mediaDoubt": mediaDoubt.map { .string($0) }]
        if !despite.isEmpty { members["despite"] = .array(despite.map { .string($0) }) }
        if !overriders.isEmpty {
            var names = JSONMembers()
            for (kind, principal) in overriders { names[kind] = .string(principal.description) }
            members["despiteBy"] = .object(names)
        }
        return members
    }

    fileprivate init(from entry: StoredEntry) throws(LogDamage) {
        var overriders: [String: Principal] = [:]
        if case .object(let names)? = entry.members["despiteBy"] {
            for name in names.sorted {
                guard let principal = name.value.string.flatMap({ Principal($0) }) else { throw entry.incomplete }
                overriders[name.name] = principal
            }
        }
        self.init(
            despite: entry.members["despite"]?.array?.compactMap(\.string) ?? [],
            overriders: overriders,
            mediaDoubt: entry.string("mediaDoubt")
        )
    }
}

extension LabelApplication: RecordedFact {
    static let kinds = ["label-applied"]

    var fact: Fact { .labelApplied(self) }
    var members: JSONMembers { ["print": .integer(print.rawValue), "subject": .integer(subject.rawValue)] }

    init(from entry: StoredEntry) throws(LogDamage) {
        self.init(subject: try entry.subject, print: try entry.number("print"))
    }
}

extension SupplyEvent: RecordedFact {
    private enum Kind: String, CaseIterable {
        case received = "supply-received"
        case counted = "supply-counted"
    }

    static let kinds = Kind.allCases.map(\.rawValue)

    var entryKind: String {
        switch self {
        case .received: Kind.received.rawValue
        case .counted: Kind.counted.rawValue
        }
    }

    var fact: Fact { .supply(self) }
    var members: JSONMembers { ["supply": .string(supply.text), "units": .integer(Int64(units))] }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let kind = Kind(rawValue: entry.kind), let name = entry.string("supply").flatMap({ SupplyName($0) }),
            let units = entry.integer("units"), (0...Int64(Self.most)).contains(units)
        else { throw entry.incomplete }
        switch kind {
        case .received: self = .received(name, units: Int(units))
        case .counted: self = .counted(name, units: Int(units))
        }
    }
}
