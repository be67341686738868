/// A typed event of a stream.
public protocol StreamedEvent: Sendable {
    /// The events to deliver when the stream opens, for types that have one for that.
    static var opening: [Self] { get }

    /// Decodes `event`; nil for names that this version does not know.
    init?(_ event: ServerSentEvent) throws(DaemonClientError)
}
