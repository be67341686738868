public import Barcodes

/// The settings of one station.
public struct StationSettings: Sendable, Hashable {
    /// The station's location, to which items and containers are returned.
    public var location: Barcode?
    /// Whether an item or container that is scanned by itself is returned.
    public var returns: Bool
    /// Whether a clerk must sign in before anything is accepted.
    public var needsSignIn: Bool
    /// The printer of the station's slips and labels; nil for the default.
    public var printer: String?

    public init(
        location: Barcode? = nil,
        returns: Bool = false,
        needsSignIn: Bool = false,
        printer: String? = nil
    ) {
        self.location = location
        self.returns = returns
        self.needsSignIn = needsSignIn
        self.printer = printer
    }
}
