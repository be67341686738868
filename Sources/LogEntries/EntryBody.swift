import LogProof
package import Vocabulary

/// The bytes of an entry that are hashed and never change, and the texts to which they commit.
///
/// The body is one JSON object in canonical form. Every body has `version` (1), `entry`, `kind`, `occurredAt`,
/// `recordedAt` and `principal`; `station`, `scanner` and `reading` where they apply, and `backDated` (true) where
/// the time was stated afterwards. The other members depend on `kind`. The member `texts` contains the commitments to
/// texts, each a lower-case hexadecimal SHA-256.
///
/// Since the second edition of the format every body has `nonce`, 32 random hexadecimal digits, without which a
/// reader of the tree could guess a move and confirm it by its leaf hash; and the first entry has `newKey`, the key
/// that signs the log from its beginning.
package struct EntryBody: Sendable {
    static let version: Int64 = 1
    /// The number of random bytes in a nonce.
    static let nonceLength = 16

    package let bytes: [UInt8]
    package let texts: [(field: TextField, salt: Salt, text: String)]

    /// - Parameter firstKey: the key that signs the log; added to the first entry unless the entry already names it.
    package init(of entry: Entry, salts: () -> Salt, firstKey: String? = nil) {
        let recorded = entry.fact.recorded
        var members: JSONMembers = [
            "entry": .integer(entry.number.rawValue),
            "kind": .string(recorded.entryKind),
            "nonce": .string(Hexadecimal.text(of: salts().bytes.prefix(Self.nonceLength))),
            "occurredAt": .string(entry.occurredAt.rfc3339),
            "principal": .string(entry.principal.description),
            "recordedAt": .string(entry.recordedAt.rfc3339),
            "version": .integer(Self.version),
        ]
        members["station"] = entry.station.map { .string($0.text) }
        members["scanner"] = entry.scanner.map { .string($0.text) }
        members["reading"] = entry.reading.map { .integer($0.rawValue) }
        if entry.isBackDated { members["backDated"] = .boolean(true) }
        members.merge(recorded.members)
        if let firstKey, entry.number.rawValue == 1, members["newKey"] == nil { members["newKey"] = .string(firstKey) }

        let texts = recorded.texts.map { (field: $0.field, salt: salts(), text: $0.text) }
        if !texts.isEmpty {
            var commitments = JSONMembers()
            for (field, salt, text) in texts {
                commitments[field.rawValue] = .string(Commitment(to: text, salt: salt).hexadecimal)
            }
            members["texts"] = .object(commitments)
        }
        self.bytes = JSONValue.object(members).canonicalBytes
        self.texts = texts
    }
}
