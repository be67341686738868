import Records

/// What is to become of things, before the rules were asked.
struct MoveOrder: Sendable, Hashable {
    let destination: Placement
    var reason: String?
    /// Who hands them over, where that is what is done.
    var giver: RecordID?
    /// Whether somebody says in so many words that they go there, whoever has them.
    var isStated = false
    /// When they must be back, where somebody says so rather than the terms.
    var due: Timestamp?
    /// Whom they are sent to.
    var recipient: RecordID?
    /// Whether this is what a count found, and not what somebody did.
    var isFinding = false
    /// What the transfer is called; nil for what its two ends make it.
    var kind: TransferKind?

    init(to destination: Placement) { self.destination = destination }
}
