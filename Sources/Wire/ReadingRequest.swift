/// A reading from a scanner that is not attached to the daemon.
public struct ReadingRequest: WireValue {
    /// The text as the scanner sent it, without the suffix; an AIM identifier may precede it.
    public let text: String
    /// The station where it was read, whose open context applies.
    public let station: String
    /// The symbology, if it is known otherwise.
    public let symbology: String?
    /// When it was read, by the scanner's clock: RFC 3339.
    public let occurredAt: String?

    public init(
        text: String,
        station: String,
        symbology: String? = nil,
        occurredAt: String? = nil
    ) {
        self.text = text
        self.station = station
        self.symbology = symbology
        self.occurredAt = occurredAt
    }
}
