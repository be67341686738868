import Barcodes
import Records

/// The bytes of an entry that are hashed and never change, and the texts that they commit to.
///
/// The body is one JSON object in canonical form. Every body has `version` (1), `entry`, `kind`, `occurredAt`,
/// `recordedAt` and `principal`; `station`, `scanner` and `reading` where there was one. What else it has
/// follows from `kind`. Texts stand in `texts` as commitments, a lower-case hexadecimal SHA-256 each.
struct EntryBody {
    static let version: Int64 = 1

    let bytes: [UInt8]
    let texts: [(field: TextField, salt: Salt, text: String)]

    init(of entry: Entry, salts: () -> Salt) {
        var members: [String: CanonicalJSON] = [
            "entry": .integer(entry.number.rawValue),
            "kind": .string(entry.fact.kind),
            "occurredAt": .string(entry.occurredAt.rfc3339),
            "principal": .string(entry.principal.description),
            "recordedAt": .string(entry.recordedAt.rfc3339),
            "version": .integer(Self.version),
        ]
        members["station"] = entry.station.map { .string($0.text) }
        members["scanner"] = entry.scanner.map { .string($0.text) }
        members["reading"] = entry.reading.map { .integer($0.rawValue) }
        members.merge(Self.members(of: entry.fact)) { own, _ in own }

        let texts = Self.texts(of: entry.fact).map { (field: $0.key, salt: salts(), text: $0.value) }
        if !texts.isEmpty {
            members["texts"] = .object(
                Dictionary(
                    uniqueKeysWithValues: texts.map {
                        ($0.field.rawValue, .string(Commitment(to: $0.text, salt: $0.salt).hexadecimal))
                    }
                )
            )
        }
        self.bytes = CanonicalJSON.object(members).bytes
        self.texts = texts
    }

    private static func members(of fact: Fact) -> [String: CanonicalJSON] {
        switch fact {
        case .registered(let registration):
            var members: [String: CanonicalJSON] = [
                "origin": .string(registration.origin.rawValue),
                "recordKind": .string(registration.kind.name),
                "recordType": .string(registration.type.rawValue),
            ]
            members["barcode"] = registration.barcode?.minted.map { .string($0.text) }
            members["home"] = registration.home.map { .integer($0.rawValue) }
            members["parent"] = registration.parent.map { .integer($0.rawValue) }
            return members
        case .transferred(let transfer):
            return [
                "from": placement(transfer.from),
                "subject": .integer(transfer.subject.rawValue),
                "to": placement(transfer.to),
            ]
        case .labelPrinted(let print):
            return [
                "copies": .integer(Int64(print.copies)),
                "job": .integer(Int64(print.job)),
                "printer": .string(print.printer),
                "subject": .integer(print.subject.rawValue),
                "template": .string(print.template),
            ]
        case .unknown:
            return [:]
        }
    }

    private static func placement(_ placement: Placement) -> CanonicalJSON {
        var members: [String: CanonicalJSON] = ["kind": .string(placement.word)]
        members["record"] = placement.place.map { .integer($0.rawValue) }
        return .object(members)
    }

    private static func texts(of fact: Fact) -> [(key: TextField, value: String)] {
        switch fact {
        case .registered(let registration):
            var texts: [(TextField, String)] = []
            if let barcode = registration.barcode, barcode.minted == nil { texts.append((.barcode, barcode.text)) }
            if let title = registration.title { texts.append((.title, title)) }
            return texts
        case .transferred(let transfer):
            return transfer.reason.map { [(.reason, $0)] } ?? []
        case .labelPrinted, .unknown:
            return []
        }
    }
}
