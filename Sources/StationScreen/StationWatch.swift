import DaemonClient
import Localization
import Synchronization
import Wire

/// Follows stations until it is cancelled, and reports immediately when the daemon becomes unreachable.
///
/// The event stream delivers changes. In addition, the daemon is polled every two seconds: a daemon that hangs keeps
/// its connections open, and the screen must not look as if readings were still taken.
struct StationWatch {
    typealias Reason = @Sendable (any Error) -> Message

    private static let pollingPause = Duration.seconds(2)
    /// The pauses between attempts to reconnect; the last one is repeated.
    private static let pauses = [100, 250, 500, 1_000].map { Duration.milliseconds($0) }
    /// The time limits for responses.
    private static let limits = TimeLimits(request: .seconds(3))

    let daemon: DaemonClient
    /// The stations; empty for all.
    let stations: [String]
    let box: StationNewsBox
    /// Returns the message for an error of the client.
    let reason: Reason

    func run() async {
        let daemon = daemon.another(limits: Self.limits)
        var tries = 0
        while !Task.isCancelled {
            do {
                // Polled before the stream, because a daemon that accepts connections without responding must not
                // appear available.
                try await poll(daemon)
                tries = 0
                try await follow(daemon)
                box.put(.away(reason: Message("it ended the connection")))
            } catch {
                box.put(.away(reason: reason(error)))
            }
            try? await Task.sleep(for: Self.pauses[min(tries, Self.pauses.count - 1)])
            tries += 1
        }
        await daemon.close()
    }

    /// Passes on events and polls until the stream ends or the daemon stops responding.
    private func follow(_ daemon: DaemonClient) async throws {
        try await daemon.withEvents(stations: stations, names: [.outcome, .station, .scanner]) { events in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for try await event in events {
                        switch event {
                        case .outcome(let outcome): box.put(.outcome(outcome))
                        case .station(let station): box.put(.station(station))
                        // This catches changes between the first poll and the stream, and those that are not in a
                        // station event.
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
        let status = try await daemon.ask(API.Status.show)
        let trouble = Self.trouble(of: status)
        let found = trouble == nil ? try await Self.read(stations, from: daemon) : []
        box.put(.polled(found, trouble: trouble))
    }

    /// Returns why the log cannot be written; nil if it can.
    static func trouble(of status: StatusResource) -> Message? {
        guard status.state != "ready" else { return nil }
        return status.logTrouble.map(Message.init(verbatim:)) ?? Message("its state is \(status.state, "state")")
    }

    /// Returns the named stations; if there are none, those in the configuration and those that scanned within a day.
    static func read(_ stations: [String], from daemon: DaemonClient) async throws -> [StationResource] {
        var found: [StationResource] = []
        for station in stations { found.append(try await daemon.ask(API.Stations.show, at: station)) }
        if stations.isEmpty {
            try await PageReader().follow(API.Stations.list, of: daemon) { found += $0 }
        }
        return found
    }
}

/// A queue of news in order.
///
/// The screen takes all of it together, so that it does not lag behind.
final class StationNewsBox: Sendable {
    /// If there is more than this, the screen cannot keep up: the oldest news is dropped, and a poll supplies the rest.
    private static let capacity = 4_096

    private let waiting = Mutex<[StationNews]>([])
    /// Wakes the consumer, once for any number of news.
    let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    init() { (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1)) }

    func put(_ news: StationNews) {
        waiting.withLock { waiting in
            if waiting.count >= Self.capacity { waiting.removeFirst(Self.capacity / 2) }
            waiting.append(news)
        }
        waker.yield()
    }

    func takeAll() -> [StationNews] {
        waiting.withLock { waiting in
            defer { waiting.removeAll() }
            return waiting
        }
    }
}
