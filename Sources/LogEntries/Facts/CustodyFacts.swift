import Barcodes
import LogProof
import Vocabulary

extension Registration: RecordedFact {
    static let kinds = ["registered"]

    var fact: Fact { .registered(self) }

    var members: JSONMembers {
        [
            "barcode": barcode.mintedJSON,
            "home": home.map { .integer($0.rawValue) },
            "origin": .string(origin.rawValue),
            "parent": parent.map { .integer($0.rawValue) },
            "recordKind": .string(kind.name),
            "recordType": .string(type.rawValue),
        ]
    }

    var texts: [FactText] { Self.present((.barcode, barcode.foreignText), (.title, title)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let type = entry.string("recordType").flatMap(EntityType.init(rawValue:)),
            let kind = entry.string("recordKind").flatMap({ EntityKind($0) }),
            let origin = entry.string("origin").flatMap(Registration.Origin.init(rawValue:))
        else { throw entry.incomplete }
        self.init(
            type: type,
            kind: kind,
            barcode: entry.barcode,
            origin: origin,
            title: entry.texts[.title],
            home: entry.entity("home"),
            parent: entry.entity("parent")
        )
    }
}

extension Transfer: RecordedFact {
    static let kinds = TransferKind.allCases.map(\.rawValue)

    var entryKind: String { kind.rawValue }
    var fact: Fact { .transferred(self) }

    var members: JSONMembers {
        [
            "due": due.map { .string($0.rfc3339) },
            "from": Self.json(from),
            "recipient": recipient.map { .integer($0.rawValue) },
            "subject": .integer(subject.rawValue),
            "to": Self.json(to),
        ]
    }

    var texts: [FactText] { Self.present((.reason, reason)) }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let kind = TransferKind(rawValue: entry.kind), let from = Self.placement(entry.members["from"]),
            let to = Self.placement(entry.members["to"])
        else { throw entry.incomplete }
        self.init(
            kind: kind,
            subject: try entry.subject,
            from: from,
            to: to,
            reason: entry.texts[.reason],
            due: entry.moment("due"),
            recipient: entry.entity("recipient")
        )
    }

    private static func json(_ placement: Placement) -> JSONValue {
        .object(["kind": .string(placement.word), "record": placement.place.map { .integer($0.rawValue) }])
    }

    private static func placement(_ json: JSONValue?) -> Placement? {
        guard case .object(let members)? = json, let word = members["kind"]?.string else { return nil }
        return Placement(word: word, place: members["record"]?.integer.map(EntityID.init(rawValue:)))
    }
}

/// A cleared field is null, and an unchanged one is absent; a new title is in `texts`.
extension Change: RecordedFact {
    static let kinds = ["changed"]

    var fact: Fact { .changed(self) }

    var members: JSONMembers {
        let changes: JSONMembers = [
            "capacity": conditions.capacity.json { .integer(Int64($0)) },
            "closed": conditions.isClosed.json { .boolean($0) },
            "home": home.json { .integer($0.rawValue) },
            "parent": parent.json { .integer($0.rawValue) },
            "recordKind": kind.json { .string($0.name) },
            "roles": conditions.roles.json { .array($0.map { .string($0.name) }) },
            "rooms": conditions.rooms.json { .array($0.map { .integer($0.rawValue) }) },
            "sealed": conditions.isSealed.json { .boolean($0) },
            "series": conditions.series.json { .string($0.name) },
            "title": title == .cleared ? JSONValue.null : nil,
        ]
        return ["changes": .object(changes), "subject": .integer(subject.rawValue)]
    }

    var texts: [FactText] { Self.present((.title, title.applied(to: nil))) }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard case .object(let changes)? = entry.members["changes"] else { throw entry.incomplete }
        var title = Edit<String>.kept
        if changes["title"] == .null { title = .cleared }
        // A title that was set and later expunged is gone.
        if entry.commitments.contains(where: { $0.field == TextField.title.rawValue }) {
            title = entry.texts[.title].map { .set($0) } ?? .cleared
        }
        self.init(
            subject: try entry.subject,
            title: title,
            kind: Edit(changes["recordKind"]) { $0.string.flatMap { EntityKind($0) } },
            home: Edit(changes["home"]) { $0.integer.map(EntityID.init(rawValue:)) },
            parent: Edit(changes["parent"]) { $0.integer.map(EntityID.init(rawValue:)) },
            conditions: ConditionChange(
                isClosed: Edit(changes["closed"]) { $0.boolean },
                capacity: Edit(changes["capacity"]) { $0.integer.map { Int(clamping: $0) } },
                isSealed: Edit(changes["sealed"]) { $0.boolean },
                roles: Edit(changes["roles"]) { $0.array?.compactMap { $0.string.flatMap { EntityKind($0) } } },
                rooms: Edit(changes["rooms"]) { $0.array?.compactMap { $0.integer.map(EntityID.init(rawValue:)) } },
                series: Edit(changes["series"]) { $0.string.flatMap { EntityKind($0) } }
            )
        )
    }
}

extension Edit {
    fileprivate func json(_ value: (Value) -> JSONValue) -> JSONValue? {
        switch self {
        case .kept: nil
        case .cleared: .null
        case .set(let new): value(new)
        }
    }

    /// A value that this version cannot read leaves the field unchanged.
    fileprivate init(_ json: JSONValue?, _ value: (JSONValue) -> Value?) {
        switch json {
        case nil: self = .kept
        case .null?: self = .cleared
        case let json?: self = value(json).map { .set($0) } ?? .kept
        }
    }
}

extension Renewal: RecordedFact {
    static let kinds = ["renewed"]

    var fact: Fact { .renewed(self) }
    var members: JSONMembers { ["due": .string(due.rfc3339), "subject": .integer(subject.rawValue)] }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let due = entry.moment("due") else { throw entry.incomplete }
        self.init(subject: try entry.subject, due: due)
    }
}

extension ContentsCount: RecordedFact {
    static let kinds = ["counted"]

    var fact: Fact { .counted(self) }

    var members: JSONMembers {
        [
            "extra": .integer(Int64(extra)),
            "missing": .integer(Int64(missing)),
            "present": .array(present.map { .integer($0.rawValue) }),
            "subject": .integer(subject.rawValue),
        ]
    }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let present = entry.members["present"]?.array, let missing = entry.integer("missing"),
            let extra = entry.integer("extra")
        else { throw entry.incomplete }
        self.init(
            subject: try entry.subject,
            present: present.compactMap { $0.integer.map(EntityID.init(rawValue:)) },
            missing: Int(clamping: missing),
            extra: Int(clamping: extra)
        )
    }
}
