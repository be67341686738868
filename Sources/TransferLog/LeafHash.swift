import Crypto

/// The hash of an entry as a leaf of the log's Merkle tree: SHA-256 over 0x00 and the body (RFC 9162, section 2.1.1).
struct LeafHash: Sendable, Hashable {
    let bytes: [UInt8]

    init(of body: [UInt8]) {
        var hash = SHA256()
        hash.update(data: [0x00] as [UInt8])
        hash.update(data: body)
        self.bytes = Array(hash.finalize())
    }
}
