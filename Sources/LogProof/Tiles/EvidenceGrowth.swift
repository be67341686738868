/// How far entries commit to readings and to the record of access: an entry goes on from the one before.
struct EvidenceGrowth: Sendable {
    /// Why an entry contradicts those before it, or is no such entry.
    struct Contradiction: Error, Sendable, Hashable {}

    private var heads: [String: (number: Int64, hash: String)] = [
        "readings": (0, String(repeating: "0", count: 64)), "accesses": (0, String(repeating: "0", count: 64)),
    ]

    /// Takes the members of the next entry.
    mutating func take(_ members: JSONMembers) throws(Contradiction) {
        guard members["kind"] == .string("evidence-committed") else { return }
        for (name, before) in heads {
            guard case .integer(let number)? = members[name], case .string(let hash)? = members[name + "Hash"],
                hash.utf8.count == 64, Hexadecimal.bytes(of: hash) != nil,
                number > before.number || (number == before.number && hash == before.hash)
            else { throw Contradiction() }
            heads[name] = (number, hash)
        }
    }
}
