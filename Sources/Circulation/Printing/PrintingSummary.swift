public import Vocabulary

/// One label of a print run, with its entity.
public struct PrintingSummary: Sendable, Hashable {
    public let label: BatchLabel
    public let thing: EntitySummary
}
