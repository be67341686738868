import Wire

/// The JSON form of a change at a station: `{"event": "outcome", "station" or "link", "data": …}`.
enum StationEventDocument: Presentable, Encodable {
    case outcome(OutcomeResource)
    case station(StationResource)
    /// The connection to the daemon: `connecting`, `connected`, `away` or `degraded`, with the reason.
    case link(StationBoard.Link)

    private enum CodingKeys: String, CodingKey {
        case event
        case data
    }

    private enum LinkKeys: String, CodingKey {
        case state
        case reason
    }

    var lines: [StyledText] { [] }

    /// The barcode of the scanned entity, if this is an outcome.
    var identifiers: [String] {
        if case .outcome(let outcome) = self { outcome.identifiers } else { [] }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .outcome(let outcome):
            try container.encode(EventName.outcome.rawValue, forKey: .event)
            try container.encode(outcome, forKey: .data)
        case .station(let station):
            try container.encode(EventName.station.rawValue, forKey: .event)
            try container.encode(station, forKey: .data)
        case .link(let link):
            try container.encode("link", forKey: .event)
            var data = container.nestedContainer(keyedBy: LinkKeys.self, forKey: .data)
            let (state, reason) = Self.words(for: link)
            try data.encode(state, forKey: .state)
            try data.encode(reason, forKey: .reason)
        }
    }

    private static func words(for link: StationBoard.Link) -> (state: String, reason: String?) {
        switch link {
        case .connecting: ("connecting", nil)
        case .connected: ("connected", nil)
        case .away(_, let reason): ("away", reason)
        case .degraded(let reason): ("degraded", reason)
        }
    }
}
