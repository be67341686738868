/// The name of a station.
public struct StationName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil unless `text` is 1 to 64 of the letters, digits and `.
    ///
    /// _ - :`.
    public init?(_ text: String) {
        guard (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                switch byte {
                case 48...57, 65...90, 97...122, 46, 95, 45, 58: true
                default: false
                }
            })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}
