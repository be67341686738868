import LogProof
import Records

/// A stored entry with those of its texts that were not expunged.
struct EntryRow {
    /// A text and the salt that opens its commitment.
    struct Opening {
        let field: String
        let salt: Salt
        let text: String
    }

    let number: EntryNumber
    let body: [UInt8]
    /// Nil when the stored value is not a valid hash.
    let leafHash: TreeHash?
    let openings: [Opening]

    /// Decodes the entry; throws when its bytes do not match their hash, or a text does not match its commitment.
    ///
    /// Altered content is never returned as an entry.
    func entry() throws -> Entry {
        let stored = try witnessed()
        if let opening = stranger(to: stored) {
            throw TransferLogError.damaged("the \(opening.field) of entry \(number) is not what was written")
        }
        return try stored.entry()
    }

    /// The members of the body, after verifying its hash and its number.
    func witnessed() throws -> StoredEntry {
        guard leafHash == TreeHash(ofLeaf: body) else { throw TransferLogError.notWhatWasWritten(number.rawValue) }
        let stored = try stored()
        guard stored.number == number.rawValue else {
            throw TransferLogError.damaged("entry \(number) says that it is entry \(stored.number)")
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
    func stored() throws -> StoredEntry {
        var texts: [TextField: String] = [:]
        for opening in openings {
            if let field = TextField(rawValue: opening.field) { texts[field] = opening.text }
        }
        return try StoredEntry(body: body, texts: texts)
    }
}

extension TransferLogError {
    /// The error that the bytes of entry `number` were altered.
    static func notWhatWasWritten(_ number: Int64) -> TransferLogError {
        .damaged("entry \(number) is not what was written: its bytes do not fit their hash")
    }
}
