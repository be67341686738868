import Barcodes
import LogProof
import Vocabulary

extension PullListEvent: RecordedFact {
    private enum Kind: String, CaseIterable {
        case made = "pull-list-made"
        case cancelled = "pull-list-cancelled"
    }

    static let kinds = Kind.allCases.map(\.rawValue)

    var entryKind: String {
        switch self {
        case .made: Kind.made.rawValue
        case .cancelled: Kind.cancelled.rawValue
        }
    }

    var fact: Fact { .pullList(self) }

    var members: JSONMembers {
        switch self {
        case .made(let barcode): ["barcode": .string(barcode.text)]
        case .cancelled(let list): ["list": .integer(list.rawValue)]
        }
    }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let kind = Kind(rawValue: entry.kind) else { throw entry.incomplete }
        switch kind {
        case .made:
            guard let barcode = entry.barcode?.minted else { throw entry.incomplete }
            self = .made(barcode)
        case .cancelled: self = .cancelled(try entry.list)
        }
    }
}

extension ItemRequest: RecordedFact {
    static let kinds = ["wanted"]

    var fact: Fact { .wanted(self) }

    var members: JSONMembers {
        [
            "due": due.map { .string($0.rfc3339) },
            "list": .integer(list.rawValue),
            "recipient": recipient.map { .integer($0.rawValue) },
            "subject": .integer(subject.rawValue),
        ]
    }

    var texts: [FactText] { Self.present((.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        self.init(
            subject: try entry.subject,
            list: try entry.list,
            recipient: entry.entity("recipient"),
            due: entry.moment("due"),
            reason: entry.texts[.reason]
        )
    }
}

extension NotFound: RecordedFact {
    static let kinds = ["not-found"]

    var fact: Fact { .notFound(self) }
    var members: JSONMembers { ["list": .integer(list.rawValue), "subject": .integer(subject.rawValue)] }

    init(from entry: StoredEntry) throws(LogDamage) { self.init(subject: try entry.subject, list: try entry.list) }
}

extension StoredEntry {
    /// The pull list that the entry names.
    fileprivate var list: PullListID { get throws(LogDamage) { PullListID(madeBy: try number("list")) } }
}
