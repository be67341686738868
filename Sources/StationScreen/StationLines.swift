import Terminal
import Wire

/// Prints changes at stations as lines for programs, until it is interrupted.
struct StationLines {
    let box: StationNewsBox
    let output: Output

    func run() async throws {
        var board = StationBoard()
        var told: [StationResource] = []
        for await _ in box.wakes {
            for news in box.takeAll() {
                let link = board.link
                _ = board.take(news, at: .now())
                if !Self.isSame(link, board.link) { try await output.showNext(StationEventDocument.link(board.link)) }
                switch news {
                case .outcome(let outcome): try await output.showNext(StationEventDocument.outcome(outcome))
                case .station(let station):
                    told.removeAll { $0.station == station.station }
                    told.append(station)
                    try await output.showNext(StationEventDocument.station(station))
                case .polled(let stations, nil):
                    for station in stations where !told.contains(station) {
                        try await output.showNext(StationEventDocument.station(station))
                    }
                    told = stations
                case .polled, .away, .typed, .tones, .passed: break
                }
            }
        }
    }

    /// Whether the connection is unchanged.
    ///
    /// While the daemon is away, a different reason is not a change.
    private static func isSame(_ former: StationBoard.Link, _ link: StationBoard.Link) -> Bool {
        if case .away = former, case .away = link { return true }
        return former == link
    }
}

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
        if case .outcome(let outcome) = self {
            outcome.verdict == "refused" ? [] : outcome.barcode.map { [$0] } ?? []
        } else {
            []
        }
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
