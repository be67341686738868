import FoundationEssentials
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
    public init?(_ event: ServerSentEvent) throws(DaemonClientError) {
        guard let name = EventName(rawValue: event.name) else { return nil }
        do {
            let data = Data(event.data.utf8)
            switch name {
            case .entry: self = .entry(try WireCoding.decode(EntryResource.self, from: data))
            case .outcome: self = .outcome(try WireCoding.decode(OutcomeResource.self, from: data))
            case .scanner: self = .scanner(try WireCoding.decode(ScannerEventResource.self, from: data))
            case .station: self = .station(try WireCoding.decode(StationResource.self, from: data))
            }
        } catch {
            throw .malformedAnswer("the event is not of the sort “\(name.rawValue)”")
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

    public init?(_ event: ServerSentEvent) throws(DaemonClientError) {
        guard let name = ScannerEventName(rawValue: event.name) else { return nil }
        do {
            let data = Data(event.data.utf8)
            switch name {
            case .pairing: self = .pairing(try WireCoding.decode(ScannerPairingResource.self, from: data))
            case .test: self = .test(try WireCoding.decode(ScannerTestResource.self, from: data))
            case .signal: self = .signal(try WireCoding.decode(ScannerSignalResource.self, from: data))
            case .judgement: self = .judgement(try WireCoding.decode(ScannerJudgementResource.self, from: data))
            }
        } catch {
            throw .malformedAnswer("the event is not of the sort “\(name.rawValue)”")
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
