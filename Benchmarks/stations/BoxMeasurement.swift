import DaemonClient
import Wire

/// How long the daemon takes for a box with many folders in it, beside a folder alone.
struct BoxMeasurement: Sendable {
    private static let station = "benchmark-box"

    let socket: String
    let folders: Int
    let rounds: Int

    func run() async throws -> String {
        let client = DaemonClient(socketPath: socket)
        var shelves: [String] = []
        for name in ["Box shelf A", "Box shelf B"] {
            shelves.append(try await client.ask(API.Entities.locations.create, NewEntityRequest(name: name)).barcode)
        }
        let box = try await client.ask(API.Entities.containers.create, NewEntityRequest(title: "Full box")).barcode
        for number in 1...folders {
            let folder = NewEntityRequest(title: "Folder \(number)", parent: box)
            _ = try await client.ask(API.Entities.items.create, folder)
        }
        let alone = try await client.ask(API.Entities.items.create, NewEntityRequest(title: "Alone")).barcode
        let full = try await carry(box, shelves, client)
        let single = try await carry(alone, shelves, client)
        let contents = try await client.ask(API.Whereabouts.contents, at: box, query: [Parameter.limit.set(1_000)])
        guard contents.items.count == folders else {
            throw StationBenchmark.Failure("cannot measure: the box has \(contents.items.count) folders")
        }
        await client.close()
        let figures = [
            full.times.percentile(0.5), full.times.percentile(0.99), single.times.percentile(0.5),
            single.times.percentile(0.99), full.entries / Int64(rounds),
        ]
        return figures.map(String.init).joined(separator: " ")
    }

    /// Scans the thing to one shelf after the other.
    private func carry(
        _ thing: String,
        _ shelves: [String],
        _ client: DaemonClient
    ) async throws -> (times: Durations, entries: Int64) {
        var times = Durations()
        let before = try await client.ask(API.Status.show).entries ?? 0
        for round in 0..<rounds {
            _ = try await client.ask(
                API.Readings.record,
                ReadingRequest(text: shelves[round % 2], station: Self.station)
            )
            let begin = ContinuousClock.now
            let outcome = try await client.ask(API.Readings.record, ReadingRequest(text: thing, station: Self.station))
            times.add(begin.duration(to: .now))
            guard outcome.verdict == "accepted" else {
                throw StationBenchmark.Failure("cannot measure with what is refused: \(outcome.message)")
            }
        }
        return (times, (try await client.ask(API.Status.show).entries ?? 0) - before)
    }
}
