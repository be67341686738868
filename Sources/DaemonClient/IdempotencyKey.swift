/// The header value that makes a write take effect once, however often it is sent: 128 random bits in hexadecimal.
public struct IdempotencyKey: Sendable, Hashable, CustomStringConvertible {
    /// 32 lower-case hexadecimal digits.
    public let text: String

    public init(using generator: inout some RandomNumberGenerator) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for _ in 0..<2 {
            let bits: UInt64 = generator.next()
            for shift in stride(from: 60, through: 0, by: -4) { text.append(digits[Int(bits >> UInt64(shift) & 15)]) }
        }
        self.text = String(decoding: text, as: UTF8.self)
    }

    /// Returns a key from the system's random numbers.
    public static func random() -> IdempotencyKey {
        var generator = SystemRandomNumberGenerator()
        return IdempotencyKey(using: &generator)
    }

    public var description: String { text }
}
