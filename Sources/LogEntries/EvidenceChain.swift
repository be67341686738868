import Crypto
package import LogProof
package import Vocabulary

/// The running hash over the readings or over the access record, to which entries commit.
package struct EvidenceChain: Sendable {
    /// The newest hashed row; 0 if there is none.
    package private(set) var number: Int64
    package private(set) var hash: [UInt8]

    /// Returns nil unless `hexadecimal` is a SHA-256 hash.
    package init?(number: Int64, hexadecimal: String) {
        guard let hash = Hexadecimal.bytes(of: hexadecimal), hash.count == SHA256.byteCount else { return nil }
        self.number = number
        self.hash = hash
    }

    package var hexadecimal: String { Hexadecimal.text(of: hash) }

    /// SHA-256 over the salt followed by the bytes.
    package static func commitment(to bytes: [UInt8], salt: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: bytes)
        return Array(hash.finalize())
    }

    /// Adds a row: hashes the previous hash and the hash of the row's number, time, commitment and permanent members.
    package mutating func add(number: Int64, at: Int64, commitment: [UInt8], open: JSONMembers) {
        var members = open
        members["at"] = .integer(at)
        members["commitment"] = .string(Hexadecimal.text(of: commitment))
        members["number"] = .integer(number)
        var next = SHA256()
        next.update(data: hash)
        next.update(data: Array(SHA256.hash(data: JSONValue.object(members).canonicalBytes)))
        hash = Array(next.finalize())
        self.number = number
    }
}

extension EvidenceHead {
    package init(readings: EvidenceChain, accesses: EvidenceChain) {
        self.init(
            readings: readings.number,
            readingsHash: readings.hexadecimal,
            accesses: accesses.number,
            accessesHash: accesses.hexadecimal
        )
    }
}
