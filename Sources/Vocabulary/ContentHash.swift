/// The SHA-256 hash of a stored file, which is also its name in the store.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
    /// 64 lower-case hexadecimal digits.
    public let text: String

    /// Returns nil unless `text` is 64 lower-case hexadecimal digits.
    public init?(_ text: String) {
        let digits = Array("0123456789abcdef".utf8)
        guard text.utf8.count == 64, text.utf8.allSatisfy(digits.contains) else { return nil }
        self.text = text
    }

    public var description: String { text }
}
