/// The open context of a station, which decides where the next scans go.
public struct StationContextResource: WireValue {
    /// `closed`, `here` (put at this location), `into` (filed into this container), `with` (charged out to this
    /// person), `handing` (from one person to this one), `transit` (put in transit), `counting` (compared with the
    /// expected contents of this place), or `pulling` (sent to the recipient, if it is on this pull list).
    public let state: String
    /// Barcode of the open place, container, person or pull list; null if nothing is open or a transit has no
    /// recipient.
    public let barcode: String?
    /// The name of the place, with the places around it, innermost first.
    public let name: String?
    /// Barcode of the person who hands over.
    public let giver: String?
    /// Name of the person who hands over.
    public let giverName: String?
    /// When it was opened: RFC 3339, UTC; null if nothing is open.
    public let since: String?
    /// When it closes unless something is scanned: RFC 3339, UTC.
    public let expires: String?
    /// While counting, the number of expected items and containers that were scanned; while pulling, the number pulled.
    public let counted: Int?
    /// While counting, the number of items and containers expected; while pulling, the number on the list.
    public let expected: Int?

    public init(
        state: String,
        barcode: String?,
        name: String?,
        giver: String?,
        giverName: String?,
        since: String?,
        expires: String?,
        counted: Int?,
        expected: Int?
    ) {
        self.state = state
        self.barcode = barcode
        self.name = name
        self.giver = giver
        self.giverName = giverName
        self.since = since
        self.expires = expires
        self.counted = counted
        self.expected = expected
    }
}
