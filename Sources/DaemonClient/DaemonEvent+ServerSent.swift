import FoundationEssentials
import Wire

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
