/// What the events of one stream say.
public protocol StreamedEvent: Sendable {
    /// What is told before anything came: that the stream stands, for those who want to know.
    static var opening: [Self] { get }

    /// What `event` says; nil for names that this version does not know.
    init?(_ event: ServerSentEvent) throws(DaemonClientError)
}
