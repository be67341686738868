public import Records

/// How a reading ended, as it is kept: without any text about people or things.
public struct StoredOutcome: Sendable, Hashable {
    public let verdict: Verdict
    /// A stable word for what happened or why not.
    public let kind: String
    /// The last entry that the reading led to.
    public let entry: EntryNumber?

    public init(verdict: Verdict, kind: String, entry: EntryNumber?) {
        self.verdict = verdict
        self.kind = kind
        self.entry = entry
    }
}
