public import Vocabulary

/// A label that was printed and not scanned since, with its entity.
public struct PendingPrint: Sendable, Hashable {
    public let label: PendingLabel
    public let thing: EntitySummary
}
