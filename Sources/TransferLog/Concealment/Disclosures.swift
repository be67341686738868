public import Vocabulary

/// A query for a concealed entity.
public struct Disclosure: Sendable, Hashable {
    public let entity: EntityID
    public let level: Restriction.Level
    /// Whether the entity was shown, or treated as nonexistent.
    public let isShown: Bool
}

/// Collects the queries for concealed entities made while one state of the log is read.
///
/// Not Sendable: used on the reading thread only.
public final class Disclosures {
    /// Without duplicates, in the order of the queries.
    public private(set) var all: [Disclosure] = []
    private var known: Set<Disclosure> = []

    public init() {}

    func note(_ disclosure: Disclosure) {
        if known.insert(disclosure).inserted { all.append(disclosure) }
    }
}

@available(*, unavailable)
extension Disclosures: Sendable {}
