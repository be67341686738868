/// The permanent name of a scanner: its USB identity, or a name in the configuration.
public struct ScannerName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil unless `text` is 1 to 128 bytes without control characters.
    public init?(_ text: String) {
        guard (1...128).contains(text.utf8.count),
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}
