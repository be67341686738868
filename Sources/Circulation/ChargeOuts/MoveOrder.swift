import Vocabulary

/// A requested move, before the rules judge it.
struct MoveOrder: Sendable, Hashable {
    let destination: Placement
    var reason: String?
    /// The custodian who hands the items and containers over; nil if it is no hand-over.
    var giver: EntityID?
    /// Whether the move is explicitly requested, regardless of who has the items and containers.
    var isStated = false
    /// The stated due date; nil to apply the loan terms.
    var due: Timestamp?
    /// The recipient of items and containers in transit.
    var recipient: EntityID?
    /// Whether the move records the result of a count rather than an act.
    var isFinding = false
    /// The kind of transfer; nil to derive it from the origin and the destination.
    var kind: TransferKind?

    init(to destination: Placement) { self.destination = destination }
}
