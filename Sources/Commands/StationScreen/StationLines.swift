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
