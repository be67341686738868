package import LogProof
package import Vocabulary

/// A stored entry with those of its texts that were not expunged.
package struct EntryRow: Sendable {
    /// A text and the salt that opens its commitment.
    package struct Opening: Sendable {
        package let field: String
        package let salt: Salt
        package let text: String

        package init(field: String, salt: Salt, text: String) {
            self.field = field
            self.salt = salt
            self.text = text
        }
    }

    package let number: EntryNumber
    package let body: [UInt8]
    /// Nil when the stored value is not a valid hash.
    package let leafHash: TreeHash?
    package let openings: [Opening]

    package init(number: EntryNumber, body: [UInt8], leafHash: TreeHash?, openings: [Opening]) {
        self.number = number
        self.body = body
        self.leafHash = leafHash
        self.openings = openings
    }

    /// Decodes the entry; throws when its bytes do not match their hash, or a text does not match its commitment.
    ///
    /// Altered content is never returned as an entry.
    package func entry() throws(LogDamage) -> Entry {
        let stored = try witnessed()
        if let opening = stranger(to: stored) {
            throw LogDamage("the \(opening.field) of entry \(number) is not what was written")
        }
        return try stored.entry()
    }

    /// The members of the body, after verifying its hash and its number.
    package func witnessed() throws(LogDamage) -> StoredEntry {
        guard leafHash == TreeHash(ofLeaf: body) else { throw LogDamage.notWhatWasWritten(number.rawValue) }
        let stored = try stored()
        guard stored.number == number.rawValue else {
            throw LogDamage("entry \(number) says that it is entry \(stored.number)")
        }
        return stored
    }

    /// A text without a matching commitment in the body.
    private func stranger(to stored: StoredEntry) -> Opening? {
        guard !openings.isEmpty else { return nil }
        let commitments = stored.commitments
        return openings.first { opening in
            let commitment = Commitment(to: opening.text, salt: opening.salt).hexadecimal
            return !commitments.contains { $0 == (opening.field, commitment) }
        }
    }

    /// The members of the body.
    package func stored() throws(LogDamage) -> StoredEntry {
        var texts: [TextField: String] = [:]
        for opening in openings {
            if let field = TextField(rawValue: opening.field) { texts[field] = opening.text }
        }
        return try StoredEntry(body: body, texts: texts)
    }
}

/// Content of a log that no version of Outguide can have written.
package struct LogDamage: Error, Sendable, Hashable {
    /// The description of the damage, such as `entry 4 does not exist`.
    package let what: String

    package init(_ what: String) { self.what = what }

    /// The bytes of entry `number` were altered.
    package static func notWhatWasWritten(_ number: Int64) -> LogDamage {
        LogDamage("entry \(number) is not what was written: its bytes do not fit their hash")
    }
}
