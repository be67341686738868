/// Thirty-two random bytes that keep a committed text from being guessed.
public struct Salt: Sendable, Hashable {
    /// Bytes in every salt.
    public static let length = 32

    public let bytes: [UInt8]

    /// A salt, or nil when `bytes` has another length.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// A fresh salt out of `generator`.
    public init(using generator: inout some RandomNumberGenerator) {
        // Eight bytes at a time: the kernel's generator is a system call each time.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.length)
        while bytes.count < Self.length {
            withUnsafeBytes(of: generator.next() as UInt64) { bytes.append(contentsOf: $0) }
        }
        self.bytes = bytes
    }

    /// A fresh salt from the kernel's random numbers.
    @Sendable public static func random() -> Salt {
        var generator = SystemRandomNumberGenerator()
        return Salt(using: &generator)
    }
}
