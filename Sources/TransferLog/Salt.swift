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
        self.bytes = (0..<Self.length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A fresh salt from the kernel's random numbers.
    @Sendable public static func random() -> Salt {
        var generator = SystemRandomNumberGenerator()
        return Salt(using: &generator)
    }
}
