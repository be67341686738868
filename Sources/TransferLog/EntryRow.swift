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

    /// What the entry says; throws when its bytes do not fit their hash: they are never told as what happened.
    func entry() throws -> Entry {
        guard leafHash == TreeHash(ofLeaf: body) else {
            throw TransferLogError.damaged("entry \(number) is not what was written: its bytes do not fit their hash")
        }
        return try stored().entry()
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
