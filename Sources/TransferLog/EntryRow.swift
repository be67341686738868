import LogProof
import Records

/// An entry as it is stored, with those of its texts that were not expunged.
struct EntryRow {
    /// A text and the salt that opens its commitment.
    struct Opening {
        let field: String
        let salt: Salt
        let text: String
    }

    let number: EntryNumber
    let body: [UInt8]
    /// Nil when what is stored cannot be a hash.
    let leafHash: TreeHash?
    let openings: [Opening]

    /// What the entry says; throws when its bytes do not fit their hash, or a text its commitment: they are never told
    /// as what happened.
    func entry() throws -> Entry {
        let stored = try witnessed()
        if let opening = stranger(to: stored) {
            throw TransferLogError.damaged("the \(opening.field) of entry \(number) is not what was written")
        }
        return try stored.entry()
    }

    /// The members of a body that fits its hash and the number under which it is stored.
    func witnessed() throws -> StoredEntry {
        guard leafHash == TreeHash(ofLeaf: body) else { throw TransferLogError.notWhatWasWritten(number.rawValue) }
        let stored = try stored()
        guard stored.number == number.rawValue else {
            throw TransferLogError.damaged("entry \(number) says that it is entry \(stored.number)")
        }
        return stored
    }

    /// A text that the body does not commit to.
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
    /// That the bytes of entry `number` were altered.
    static func notWhatWasWritten(_ number: Int64) -> TransferLogError {
        .damaged("entry \(number) is not what was written: its bytes do not fit their hash")
    }
}
