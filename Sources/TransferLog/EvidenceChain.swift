import Crypto
import LogProof
import Records

/// The running hash over the readings, or over the rows of the record of access, that entries commit to.
struct EvidenceChain {
    /// The newest row in it; 0 for none.
    private(set) var number: Int64
    private(set) var hash: [UInt8]

    /// - Parameter hexadecimal: the hash so far; nil when it is none.
    init?(number: Int64, hexadecimal: String) {
        guard let hash = Hexadecimal.bytes(of: hexadecimal), hash.count == SHA256.byteCount else { return nil }
        self.number = number
        self.hash = hash
    }

    var hexadecimal: String { Hexadecimal.text(of: hash) }

    /// SHA-256 over the salt and then the bytes.
    static func commitment(to bytes: [UInt8], salt: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: bytes)
        return Array(hash.finalize())
    }

    /// Adds a row: the hash before, and then the hash of its number, time, commitment and what is never erased of it.
    mutating func add(number: Int64, at: Int64, commitment: [UInt8], open: CanonicalMembers) {
        var members = open
        members["at"] = .integer(at)
        members["commitment"] = .string(Hexadecimal.text(of: commitment))
        members["number"] = .integer(number)
        var next = SHA256()
        next.update(data: hash)
        next.update(data: Array(SHA256.hash(data: CanonicalJSON.object(members).bytes)))
        hash = Array(next.finalize())
        self.number = number
    }
}

extension EvidenceHead {
    /// How far it goes in `source`; nil when its hash is none.
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
