public import Vocabulary

/// The outcome of a reading as stored, without text about people or entities.
public struct StoredOutcome: Sendable, Hashable {
    public let verdict: Verdict
    /// A stable identifier of the result or of the reason for a refusal.
    public let kind: String
    /// The last entry that resulted from the reading.
    public let entry: EntryNumber?

    public init(verdict: Verdict, kind: String, entry: EntryNumber?) {
        self.verdict = verdict
        self.kind = kind
        self.entry = entry
    }
}
