public import Records

/// What a request led to, kept so that the same key gets the same answer.
public struct RequestResult: Sendable, Hashable {
    /// The entries it appended; nil when it appended none.
    public let entries: ClosedRange<EntryNumber>?
    /// The reading it stored.
    public let reading: ReadingNumber?

    public init(entries: ClosedRange<EntryNumber>?, reading: ReadingNumber? = nil) {
        self.entries = entries
        self.reading = reading
    }
}
