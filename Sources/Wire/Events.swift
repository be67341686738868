extension API {
    /// Requests about events.
    public enum Events {
        public static let lastEventID = Parameter(
            .header,
            "Last-Event-ID",
            .integer(0...Int.max, example: 1),
            "Go on after the entry with this number."
        )
        public static let station = Parameter(
            .query,
            "station",
            .list(.station, count: 1...Int.max),
            "Only what happens at this station; may be given several times."
        )
        public static let event = Parameter(
            .query,
            "event",
            .list(.word(EventName.allCases.map(\.rawValue)), count: 1...Int.max),
            "Only events of this name; may be given several times."
        )

        public static let follow = Endpoint<Nothing, ServerSentEvents>(
            "followEvents",
            .get,
            "/v1/events",
            .reader,
            "Events as Server-Sent Events",
            details: """
                Events are named `entry` (EntryResource; its number is the id), `outcome` (OutcomeResource) and \
                `scanner` (ScannerEventResource). A listener that lags too far behind is disconnected and can \
                return with Last-Event-ID.
                """,
            parameters: [lastEventID, station, event]
        )
    }
}

/// The values of the `event:` lines in the event stream.
public enum EventName: String, Sendable, Hashable, CaseIterable {
    /// An ``EntryResource``.
    ///
    /// Its number is the event's `id`, so that a client can resume after it.
    case entry
    /// An ``OutcomeResource``.
    case outcome
    /// A ``ScannerEventResource``.
    case scanner
    /// A ``StationResource``, after every reading at a station and whenever its clerk or its open context changes.
    case station
}
