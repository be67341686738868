/// What was overridden, and what was not known, when something was printed.
public struct PrintCircumstances: Sendable, Hashable {
    /// Kinds of trouble that the printer reported and that somebody had it print in spite of, such as `out-of-labels`.
    public let despite: [String]
    /// Who overrode those of them that the author of the entry did not, by their kinds.
    public let overriders: [String: Principal]
    /// Why it was not known which media were loaded, by a stable word such as `no-answer`; nil when it was.
    public let mediaDoubt: String?

    /// That nothing was overridden, and the media were known.
    public static let plain = PrintCircumstances()

    public init(despite: [String] = [], overriders: [String: Principal] = [:], mediaDoubt: String? = nil) {
        self.despite = despite
        self.overriders = overriders
        self.mediaDoubt = mediaDoubt
    }

    /// Those of a run, for an entry by `author`.
    public init(_ batch: PrintBatch, author: Principal) {
        let others = batch.overrides.filter { $0.principal != author }
        self.init(
            despite: batch.overrides.map(\.kind),
            overriders: Dictionary(others.map { ($0.kind, $0.principal) }) { first, _ in first },
            mediaDoubt: batch.mediaDoubt
        )
    }
}
