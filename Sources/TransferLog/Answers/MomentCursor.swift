public import Vocabulary

/// The position in a list that is ordered by a time of each entity: after this entity.
public struct MomentCursor: Sendable, Hashable, CustomStringConvertible {
    /// When the entity was due, or its transit began.
    public let moment: Timestamp
    public let entity: EntityID

    public init(moment: Timestamp, entity: EntityID) {
        self.moment = moment
        self.entity = entity
    }

    /// Parses ``description``; nil for any other text.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let moment = Int64(parts[0]), let entity = Int64(parts[1]), moment >= 0,
            entity > 0
        else {
            return nil
        }
        self.init(moment: Timestamp(clamping: moment), entity: EntityID(rawValue: entity))
    }

    /// Microseconds since 1970, a hyphen and the number of the entity.
    public var description: String { "\(moment.microseconds)-\(entity)" }
}
