package import Vocabulary

/// A requested move, before the rules judge it.
package struct MoveOrder: Sendable, Hashable {
    package let destination: Placement
    package var reason: String?
    /// The custodian who hands the items and containers over; nil if it is no hand-over.
    package var giver: EntityID?
    /// Whether the move is explicitly requested, regardless of who has the items and containers.
    package var isStated = false
    /// The stated due date; nil to apply the loan terms.
    package var due: Timestamp?
    /// The recipient of items and containers in transit.
    package var recipient: EntityID?
    /// Whether the move records the result of a count rather than an act.
    package var isFinding = false
    /// The kind of transfer; nil to derive it from the origin and the destination.
    package var kind: TransferKind?

    package init(to destination: Placement) { self.destination = destination }
}
