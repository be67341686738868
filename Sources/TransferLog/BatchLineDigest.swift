import Crypto

/// What tells a line of a file from every other: the same for the same line of the same content.
public struct BatchLineDigest: Sendable, Hashable {
    public let bytes: [UInt8]

    /// SHA-256 over the parts, each with its length before it in eight bytes, the highest first.
    public init(_ parts: [[UInt8]]) {
        var hash = SHA256()
        for part in parts {
            withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(data: Array($0)) }
            hash.update(data: part)
        }
        bytes = Array(hash.finalize())
    }
}
