/// The name of a supply, such as `roll-100x50`.
public struct SupplyName: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    /// Creates a name; nil unless `text` is 1 to 60 lower-case letters, digits, dots and hyphens and begins with a
    /// letter or digit.
    public init?(_ text: String) {
        guard (1...60).contains(text.utf8.count), text.first != ".", text.first != "-",
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 })
        else { return nil }
        self.text = text
    }

    public var description: String { text }

    public static func < (left: SupplyName, right: SupplyName) -> Bool { left.text < right.text }
}
