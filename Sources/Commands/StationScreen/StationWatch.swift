import DaemonClient
import Wire

/// Follows stations for as long as it is not cancelled, and says at once when the daemon is away.
///
/// The stream of events tells what happens. Beside it the daemon is asked every other second: a daemon that hangs keeps
/// its connections, and a screen must not go on to look as if somebody listened.
struct StationWatch {
    private static let pollingPause = Duration.seconds(2)
    /// Pauses between tries to reach a daemon that is away; the last is kept.
    private static let pauses = [100, 250, 500, 1_000].map { Duration.milliseconds($0) }
    /// How long a daemon that waits for nothing may take to answer.
    private static let limits = TimeLimits(request: .seconds(3))

    let socketPath: String
    /// None for all that there are.
    let stations: [String]
    let box: StationNewsBox

    func run() async {
        let daemon = DaemonClient(
            socketPath: socketPath,
            limits: Self.limits,
            noteTimeZone: { SiteClock.current.learn($0) }
        )
        var tries = 0
        while !Task.isCancelled {
            do {
                // Asked before the stream: a daemon that does not answer shall not look present for having accepted.
                try await poll(daemon)
                tries = 0
                try await follow(daemon)
                box.put(.away(reason: "it ended the connection"))
            } catch {
                box.put(.away(reason: "\(error)"))
            }
            try? await Task.sleep(for: Self.pauses[min(tries, Self.pauses.count - 1)])
            tries += 1
        }
        await daemon.close()
    }

    /// Tells what the daemon tells until its stream ends, or it does not answer any more.
    private func follow(_ daemon: DaemonClient) async throws {
        try await daemon.withEvents(stations: stations, names: [.outcome, .station, .scanner]) { events in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for try await event in events {
                        switch event {
                        case .outcome(let outcome): box.put(.outcome(outcome))
                        case .station(let station): box.put(.station(station))
                        // What happened between the first question and the stream, and what is not in a station.
                        case .opened, .scanner: try await poll(daemon)
                        case .entry: break
                        }
                    }
                }
                group.addTask {
                    while true {
                        try await Task.sleep(for: Self.pollingPause)
                        try await poll(daemon)
                    }
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        }
    }

    private func poll(_ daemon: DaemonClient) async throws {
        let status = try await daemon.status()
        let trouble = status.state == "ready" ? nil : status.logTrouble ?? "its state is \(status.state)"
        var found: [StationResource] = []
        if trouble == nil {
            if stations.isEmpty {
                found = try await daemon.allStations()
            } else {
                for station in stations { found.append(try await daemon.station(station)) }
            }
        }
        box.put(.polled(found, trouble: trouble))
    }
}
