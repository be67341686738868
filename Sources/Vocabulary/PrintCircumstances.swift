/// Overridden trouble and unknown media at the time of a print.
public struct PrintCircumstances: Sendable, Hashable {
    /// The kinds of trouble that the printer reported and a user overrode, such as `out-of-labels`.
    public let despite: [String]
    /// By kind, the principals who overrode trouble, if other than the author of the entry.
    public let overriders: [String: Principal]
    /// Why the loaded media were unknown, as a stable word such as `no-answer`; nil if they were known.
    public let mediaDoubt: String?

    /// Nothing was overridden, and the media were known.
    public static let plain = PrintCircumstances()

    public init(despite: [String] = [], overriders: [String: Principal] = [:], mediaDoubt: String? = nil) {
        self.despite = despite
        self.overriders = overriders
        self.mediaDoubt = mediaDoubt
    }

    /// Creates the circumstances of a run, for an entry by `author`.
    public init(_ batch: PrintBatch, author: Principal) {
        let others = batch.overrides.filter { $0.principal != author }
        self.init(
            despite: batch.overrides.map(\.kind),
            overriders: Dictionary(others.map { ($0.kind, $0.principal) }) { first, _ in first },
            mediaDoubt: batch.mediaDoubt
        )
    }
}
