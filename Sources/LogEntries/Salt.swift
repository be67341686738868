/// Thirty-two random bytes that prevent a committed text from being guessed.
public struct Salt: Sendable, Hashable {
    /// The length of a salt in bytes.
    public static let length = 32

    public let bytes: [UInt8]

    /// Returns nil unless `bytes` has the length of a salt.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// A new salt from `generator`.
    public init(using generator: inout some RandomNumberGenerator) {
        // Eight bytes per call, because each call to the kernel's generator is a system call.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.length)
        while bytes.count < Self.length {
            withUnsafeBytes(of: generator.next() as UInt64) { bytes.append(contentsOf: $0) }
        }
        self.bytes = bytes
    }

    /// A new salt from the kernel's random number generator.
    @Sendable public static func random() -> Salt {
        var generator = SystemRandomNumberGenerator()
        return Salt(using: &generator)
    }
}
