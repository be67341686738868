/// The two digits in every minted barcode that identify the site that minted it.
public struct SiteNumber: Sendable, Hashable, CustomStringConvertible {
    /// From 0 to 99.
    public let value: Int

    /// Creates a site number; nil if `value` is not in 0…99.
    public init?(_ value: Int) {
        guard (0...99).contains(value) else { return nil }
        self.value = value
    }

    /// Creates a site number from exactly two digits, as in configuration files.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text) else {
            return nil
        }
        self.value = value
    }

    /// The default site number.
    public static let standard = SiteNumber(unchecked: 0)

    private init(unchecked value: Int) { self.value = value }

    public var description: String { value < 10 ? "0\(value)" : "\(value)" }
}
