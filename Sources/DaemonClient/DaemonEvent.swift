public import Wire

/// An event that the daemon sends to all listeners.
public enum DaemonEvent: Sendable, Hashable {
    /// The stream is open: all later events will follow.
    case opened
    case entry(EntryResource)
    case outcome(OutcomeResource)
    case scanner(ScannerEventResource)
    case station(StationResource)
}

extension DaemonEvent: StreamedEvent {
    public static var opening: [DaemonEvent] { [.opened] }

    /// Decodes `event`; nil for names that this version does not know.
    ///
    /// - Throws: ``DaemonClientError/malformedAnswer(_:)`` if the data do not fit the name.
    public init?(_ event: ServerSentEvent) throws(DaemonClientError) {
        guard let name = EventName(rawValue: event.name) else { return nil }
        switch name {
        case .entry: self = .entry(try event.data(EntryResource.self))
        case .outcome: self = .outcome(try event.data(OutcomeResource.self))
        case .scanner: self = .scanner(try event.data(ScannerEventResource.self))
        case .station: self = .station(try event.data(StationResource.self))
        }
    }
}

/// An event about one scanner.
public enum ScannerStreamEvent: StreamedEvent, Hashable {
    case pairing(ScannerPairingResource)
    case test(ScannerTestResource)
    case signal(ScannerSignalResource)
    case judgement(ScannerJudgementResource)

    public static var opening: [ScannerStreamEvent] { [] }

    /// Decodes `event`; nil for names that this version does not know.
    ///
    /// - Throws: ``DaemonClientError/malformedAnswer(_:)`` if the data do not fit the name.
    public init?(_ event: ServerSentEvent) throws(DaemonClientError) {
        guard let name = ScannerEventName(rawValue: event.name) else { return nil }
        switch name {
        case .pairing: self = .pairing(try event.data(ScannerPairingResource.self))
        case .test: self = .test(try event.data(ScannerTestResource.self))
        case .signal: self = .signal(try event.data(ScannerSignalResource.self))
        case .judgement: self = .judgement(try event.data(ScannerJudgementResource.self))
        }
    }
}

/// A typed event of a stream.
public protocol StreamedEvent: Sendable {
    /// The events to deliver when the stream opens, for types that have one for that.
    static var opening: [Self] { get }

    /// Decodes `event`; nil for names that this version does not know.
    init?(_ event: ServerSentEvent) throws(DaemonClientError)
}
