/// What names a scanner for good: its USB identity, or the name that the configuration gives it.
public struct ScannerName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// A name, or nil unless `text` is 1 to 128 bytes without control characters.
    public init?(_ text: String) {
        guard (1...128).contains(text.utf8.count),
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}
