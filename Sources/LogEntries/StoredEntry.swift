import Barcodes
import LogProof
package import Vocabulary

/// The members of an entry body that this version understands.
package struct StoredEntry: Sendable {
    let members: JSONMembers
    /// Those of its texts that were not expunged.
    let texts: [TextField: String]
    /// The number stated in the body.
    package let number: Int64
    let kind: String

    /// Parses `body`; `texts` are those of its texts that were not expunged.
    package init(body: [UInt8], texts: [TextField: String]) throws(LogDamage) {
        guard case .object(let members) = JSONParser.canonicalValue(of: body), let number = members["entry"]?.integer,
            let kind = members["kind"]?.string
        else { throw LogDamage("an entry body is not the JSON it should be") }
        self.members = members
        self.texts = texts
        self.number = number
        self.kind = kind
    }

    /// The commitments to texts by field, in hexadecimal.
    package var commitments: [(field: String, hexadecimal: String?)] {
        guard case .object(let texts) = members["texts"] else { return [] }
        return texts.sorted.map { ($0.name, $0.value.string) }
    }

    /// The key that signs the log from this entry on, as a signed-note verifier key; nil when the entry names none.
    package var newKey: String? { string("newKey") }

    /// The key that signed before ``newKey``.
    package var oldKey: String? { string("oldKey") }

    /// Whether the entry has a nonce; `from` must then match the entity's placement according to the earlier entries.
    package var hasNonce: Bool { string("nonce") != nil }

    /// Decodes the entry.
    package func entry() throws(LogDamage) -> Entry {
        guard let occurredAt = string("occurredAt").flatMap({ Timestamp(rfc3339: $0) }),
            let recordedAt = string("recordedAt").flatMap({ Timestamp(rfc3339: $0) }),
            let principal = string("principal").flatMap({ Principal($0) })
        else { throw LogDamage("entry \(number) has an unreadable time or principal") }
        let attribution = Attribution(
            principal: principal,
            station: string("station").flatMap { StationName($0) },
            scanner: string("scanner").flatMap { ScannerName($0) },
            reading: integer("reading").map(ReadingNumber.init(rawValue:)),
            occurredAt: occurredAt,
            isBackDated: members["backDated"] == .boolean(true)
        )
        return Entry(
            number: EntryNumber(rawValue: number),
            fact: try fact(),
            attribution: attribution,
            recordedAt: recordedAt
        )
    }

    private func fact() throws(LogDamage) -> Fact {
        guard members["version"] == .integer(EntryBody.version) else { return .unknown(kind: kind) }
        return try RecordedFacts.reader(of: kind).init(from: self).fact
    }
}

/// The members as facts read them.
extension StoredEntry {
    /// The entity that the entry is about.
    var subject: EntityID { get throws(LogDamage) { EntityID(rawValue: try required("subject")) } }

    /// The barcode, minted or foreign; nil when it was expunged.
    var barcode: Barcode? { (string("barcode") ?? texts[.barcode]).flatMap { try? Barcode(parsing: $0) } }

    func string(_ name: String) -> String? { members[name]?.string }

    func integer(_ name: String) -> Int64? { members[name]?.integer }

    func entity(_ name: String) -> EntityID? { integer(name).map(EntityID.init(rawValue:)) }

    func moment(_ name: String) -> Timestamp? { string(name).flatMap { Timestamp(rfc3339: $0) } }

    /// The integer, which every entry of this kind has.
    func required(_ name: String) throws(LogDamage) -> Int64 {
        guard let integer = integer(name) else { throw incomplete }
        return integer
    }

    /// The number of another entry, which every entry of this kind has.
    func number(_ name: String) throws(LogDamage) -> EntryNumber { EntryNumber(rawValue: try required(name)) }

    /// The error that a member is missing or cannot be read.
    var incomplete: LogDamage { LogDamage("entry \(number) lacks what a \(kind) entry has") }
}

extension Barcode? {
    /// A minted barcode is stored in the body; any other barcode is a text to which the body only commits.
    var mintedJSON: JSONValue? { self?.minted.map { .string($0.text) } }

    /// The text of a barcode not minted by Outguide; a foreign barcode may contain a case number.
    var foreignText: String? { self.flatMap { $0.minted == nil ? $0.text : nil } }
}
