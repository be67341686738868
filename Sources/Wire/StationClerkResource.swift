/// The clerk who is signed in at a station.
public struct StationClerkResource: WireValue {
    /// Barcode of the badge.
    public let barcode: String
    public let name: String
    /// When the badge was scanned: RFC 3339, UTC.
    public let since: String
    /// When the clerk is signed out unless something is scanned: RFC 3339, UTC.
    public let expires: String

    public init(
        barcode: String,
        name: String,
        since: String,
        expires: String
    ) {
        self.barcode = barcode
        self.name = name
        self.since = since
        self.expires = expires
    }
}
