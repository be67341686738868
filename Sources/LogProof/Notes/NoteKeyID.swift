import Crypto

/// The first four bytes of a hash over a key's name, type and public key.
///
/// It distinguishes keys but does not make one trustworthy.
public struct NoteKeyID: Sendable, Hashable, CustomStringConvertible {
    /// The four bytes, in big-endian order.
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Creates the ID from SHA-256 over the name, a newline, the type and the key (C2SP signed-note).
    init(name: NoteKeyName, typedKey: [UInt8]) {
        var hash = SHA256()
        hash.update(data: Array(name.text.utf8) + [UInt8(ascii: "\n")] + typedKey)
        self.init(bytes: hash.finalize().prefix(4))
    }

    init(bytes: some Sequence<UInt8>) { self.rawValue = bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    var bytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> UInt32($0)) } }

    /// Eight lower-case hexadecimal digits.
    public var description: String { Hexadecimal.text(of: bytes) }
}
