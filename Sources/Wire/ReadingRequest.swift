/// One reading of a gun that the daemon does not see itself.
public struct ReadingRequest: Sendable, Hashable, Codable {
    /// Exactly what the gun sent, without the suffix; an AIM identifier may stand before it.
    public let text: String
    /// The spot where it was read; open places belong to it.
    public let station: String
    /// The symbology, where it is known otherwise.
    public let symbology: String?
    /// When it was read, by the gun's clock: RFC 3339.
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
