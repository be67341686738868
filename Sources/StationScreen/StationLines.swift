import Localization
import Terminal
import Wire

/// Prints changes at stations as lines for programs, until it is interrupted.
struct StationLines {
    let box: StationNewsBox
    let output: Output

    func run() async throws {
        var board = StationBoard()
        var shown: [StationResource] = []
        for await _ in box.wakes {
            for news in box.takeAll() {
                let link = board.link
                _ = board.take(news, at: .now())
                if !Self.isSame(link, board.link) { try await output.showNext(StationEvent.link(board.link)) }
                switch news {
                case .outcome(let outcome): try await output.showNext(StationEvent.outcome(outcome))
                case .station(let station):
                    shown.removeAll { $0.station == station.station }
                    shown.append(station)
                    try await output.showNext(StationEvent.station(station))
                case .polled(let stations, nil):
                    for station in stations where !shown.contains(station) {
                        try await output.showNext(StationEvent.station(station))
                    }
                    shown = stations
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

/// A change at a station: `{"event": "outcome", "station" or "link", "data": …}`.
private enum StationEvent: Presentable {
    case outcome(OutcomeResource)
    case station(StationResource)
    /// The connection to the daemon: `connecting`, `connected`, `away` or `degraded`, with the reason.
    case link(StationBoard.Link)

    private struct LinkDocument: Encodable {
        let state: String
        let reason: String?
    }

    var document: EventDocument {
        switch self {
        case .outcome(let outcome): EventDocument(EventName.outcome.rawValue, outcome)
        case .station(let station): EventDocument(EventName.station.rawValue, station)
        case .link(.connecting): EventDocument("link", LinkDocument(state: "connecting", reason: nil))
        case .link(.connected): EventDocument("link", LinkDocument(state: "connected", reason: nil))
        case .link(.away(_, let reason)): EventDocument("link", LinkDocument(state: "away", reason: reason.english))
        case .link(.degraded(let reason)):
            EventDocument("link", LinkDocument(state: "degraded", reason: reason.english))
        }
    }

    var lines: [StyledText] { [] }

    /// The barcode of the scanned entity, if this is an accepted outcome.
    var identifiers: [String] {
        guard case .outcome(let outcome) = self, outcome.verdict != "refused" else { return [] }
        return outcome.barcode.map { [$0] } ?? []
    }
}
