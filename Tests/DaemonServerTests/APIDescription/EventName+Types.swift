import Wire

// The data of server-sent events, which OpenAPI 3.1 cannot describe with the operation that sends them.

extension EventName {
    /// The type of the event's data.
    var type: any WireValue.Type {
        switch self {
        case .entry: EntryResource.self
        case .outcome: OutcomeResource.self
        case .scanner: ScannerEventResource.self
        case .station: StationResource.self
        }
    }
}

extension ScannerEventName {
    /// The type of the event's data.
    var type: any WireValue.Type {
        switch self {
        case .pairing: ScannerPairingResource.self
        case .test: ScannerTestResource.self
        case .signal: ScannerSignalResource.self
        case .judgement: ScannerJudgementResource.self
        }
    }
}
