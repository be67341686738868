import Barcodes
import LogProof
import Vocabulary

extension LogEvent: RecordedFact {
    private enum Kind: String, CaseIterable {
        case clockSteppedBack = "clock-stepped-back"
        case clockSteppedForward = "clock-stepped-forward"
        case backedUp = "backed-up"
        case restored
        case keyRotated = "key-rotated"
        case evidenceCommitted = "evidence-committed"
    }

    static let kinds = Kind.allCases.map(\.rawValue)

    var entryKind: String {
        let kind: Kind =
            switch self {
            case .clockSteppedBack: .clockSteppedBack
            case .clockSteppedForward: .clockSteppedForward
            case .backedUp: .backedUp
            case .restored: .restored
            case .keyRotated: .keyRotated
            case .evidenceCommitted: .evidenceCommitted
            }
        return kind.rawValue
    }

    var fact: Fact { .log(self) }

    var members: JSONMembers {
        switch self {
        case .clockSteppedBack(let microseconds), .clockSteppedForward(let microseconds):
            ["microseconds": .integer(microseconds)]
        case .backedUp(let entries, let sha256): ["entries": .integer(entries), "sha256": .string(sha256)]
        case .restored(let entries, let abandoned, let issued, _):
            [
                "abandonedEntries": abandoned.map { .integer($0.entries) },
                "abandonedRoot": abandoned.map { .string($0.root) },
                "entries": .integer(entries),
                "issued": issued.isEmpty ? nil : .array(issued.map { .string($0.text) }),
            ]
        case .keyRotated(let old, let new, _): ["newKey": .string(new), "oldKey": old.map { .string($0) }]
        case .evidenceCommitted(let head):
            [
                "accesses": .integer(head.accesses), "accessesHash": .string(head.accessesHash),
                "readings": .integer(head.readings), "readingsHash": .string(head.readingsHash),
            ]
        }
    }

    var texts: [FactText] {
        switch self {
        case .restored(_, _, _, let reason), .keyRotated(_, _, let reason): Self.present((.reason, reason))
        case .clockSteppedBack, .clockSteppedForward, .backedUp, .evidenceCommitted: []
        }
    }

    init(from entry: StoredEntry) throws(LogDamage) {
        guard let kind = Kind(rawValue: entry.kind) else { throw entry.incomplete }
        switch kind {
        case .clockSteppedBack: self = .clockSteppedBack(microseconds: try entry.required("microseconds"))
        case .clockSteppedForward: self = .clockSteppedForward(microseconds: try entry.required("microseconds"))
        case .backedUp:
            guard let sha256 = entry.string("sha256") else { throw entry.incomplete }
            self = .backedUp(entries: try entry.required("entries"), sha256: sha256)
        case .restored:
            var abandoned: AbandonedHead?
            if let count = entry.integer("abandonedEntries"), let root = entry.string("abandonedRoot") {
                abandoned = AbandonedHead(entries: count, root: root)
            }
            let issued = (entry.members["issued"]?.array ?? []).compactMap { barcode in
                barcode.string.flatMap { try? MintedBarcode(parsing: $0) }
            }
            self = .restored(
                entries: try entry.required("entries"),
                abandoned: abandoned,
                issued: issued,
                reason: entry.texts[.reason]
            )
        case .keyRotated:
            guard let new = entry.newKey else { throw entry.incomplete }
            self = .keyRotated(old: entry.oldKey, new: new, reason: entry.texts[.reason])
        case .evidenceCommitted:
            guard let readingsHash = entry.string("readingsHash"), let accessesHash = entry.string("accessesHash")
            else { throw entry.incomplete }
            self = .evidenceCommitted(
                EvidenceHead(
                    readings: try entry.required("readings"),
                    readingsHash: readingsHash,
                    accesses: try entry.required("accesses"),
                    accessesHash: accessesHash
                )
            )
        }
    }
}
