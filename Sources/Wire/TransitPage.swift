/// Things on their way, longest first.
public struct TransitList: Sendable, Hashable, Codable {
    public let transits: [TransitResource]

    public init(
        transits: [TransitResource]
    ) {
        self.transits = transits
    }
}
