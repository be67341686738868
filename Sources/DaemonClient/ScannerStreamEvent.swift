import FoundationEssentials
public import Wire

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
