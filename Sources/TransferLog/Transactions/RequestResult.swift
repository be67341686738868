public import Vocabulary

/// The result of a request, stored so that a repeated key gets the same response.
public struct RequestResult: Sendable, Hashable {
    /// The entries that the request appended; nil when there are none.
    public let entries: ClosedRange<EntryNumber>?
    /// The reading that the request stored.
    public let reading: ReadingNumber?

    public init(entries: ClosedRange<EntryNumber>?, reading: ReadingNumber? = nil) {
        self.entries = entries
        self.reading = reading
    }
}
