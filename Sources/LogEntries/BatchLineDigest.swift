import Crypto

/// Identifies a line of an uploaded file: equal for the same line of the same content.
public struct BatchLineDigest: Sendable, Hashable {
    public let bytes: [UInt8]

    /// SHA-256 over the parts, each preceded by its length in eight big-endian bytes.
    public init(_ parts: [[UInt8]]) {
        var hash = SHA256()
        for part in parts {
            withUnsafeBytes(of: UInt64(part.count).bigEndian) { hash.update(data: Array($0)) }
            hash.update(data: part)
        }
        bytes = Array(hash.finalize())
    }
}
