import Crypto
import LogProof
import Records

/// The running hash over the readings or over the access record, to which entries commit.
struct EvidenceChain {
    /// The newest hashed row; 0 if there is none.
    private(set) var number: Int64
    private(set) var hash: [UInt8]

    /// Returns nil unless `hexadecimal` is a SHA-256 hash.
    init?(number: Int64, hexadecimal: String) {
        guard let hash = Hexadecimal.bytes(of: hexadecimal), hash.count == SHA256.byteCount else { return nil }
        self.number = number
        self.hash = hash
    }

    var hexadecimal: String { Hexadecimal.text(of: hash) }

    /// SHA-256 over the salt followed by the bytes.
    static func commitment(to bytes: [UInt8], salt: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: bytes)
        return Array(hash.finalize())
    }

    /// Adds a row: hashes the previous hash and the hash of the row's number, time, commitment and permanent members.
    mutating func add(number: Int64, at: Int64, commitment: [UInt8], open: JSONMembers) {
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
    /// The running hash of `source`; nil if it is malformed.
    func chain(of source: EvidenceSource) -> EvidenceChain? {
        switch source {
        case .reading: EvidenceChain(number: readings, hexadecimal: readingsHash)
        case .access: EvidenceChain(number: accesses, hexadecimal: accessesHash)
        }
    }

    init(readings: EvidenceChain, accesses: EvidenceChain) {
        self.init(
            readings: readings.number,
            readingsHash: readings.hexadecimal,
            accesses: accesses.number,
            accessesHash: accesses.hexadecimal
        )
    }
}
