import DaemonClient
import Foundation
import TestSupport
import Wire

/// From a reading to the bytes on the screen of its station.
struct ScreenMeasurement: Sendable {
    private struct Measured: Sendable {
        var screens = Durations()
        var answers = Durations()
    }

    /// After so many boxes a clerk goes on to the next shelf.
    private static let boxesOnAShelf = 20

    let socket: String
    let program: String
    let boxes: [String]
    let stations: Int
    let rate: Int
    let seconds: Int
    let syncFile: String

    func run() async throws -> String {
        let readings = rate * seconds
        guard boxes.count >= stations * readings else {
            throw StationBenchmark.Failure("cannot scan \(stations * readings) boxes: the list has \(boxes.count)")
        }
        let shelves = try await shelves()
        var measured = Measured()
        var syncs = Durations()
        try await withThrowingTaskGroup(of: Measured?.self) { group in
            for station in 0..<stations {
                let own = boxes[(station * readings)..<((station + 1) * readings)]
                group.addTask { try await scan(Array(own), at: station, shelves: shelves) }
            }
            let synchronising = Task { try await synchronise() }
            while let one = try await group.next() {
                guard let one else { continue }
                measured.screens = measured.screens + one.screens
                measured.answers = measured.answers + one.answers
            }
            synchronising.cancel()
            syncs = try await synchronising.value
        }
        let figures = [
            Int64(measured.screens.count), measured.screens.percentile(0.5), measured.screens.percentile(0.99),
            measured.screens.percentile(1), measured.answers.percentile(0.5), measured.answers.percentile(0.99),
            syncs.percentile(0.5), syncs.percentile(0.99),
        ]
        return figures.map(String.init).joined(separator: " ")
    }

    private func shelves() async throws -> [String] {
        let client = DaemonClient(socketPath: socket)
        var shelves: [String] = []
        for name in ["Benchmark shelf A", "Benchmark shelf B"] {
            shelves.append(try await client.ask(API.Entities.locations.create, NewEntityRequest(name: name)).barcode)
        }
        await client.close()
        return shelves
    }

    private func scan(_ boxes: [String], at station: Int, shelves: [String]) async throws -> Measured {
        let name = "benchmark-\(station)"
        let client = DaemonClient(socketPath: socket)
        let (terminal, child) = try PseudoTerminal.start(
            program,
            ["station", name],
            columns: 80,
            rows: 24,
            environment: ["OUTGUIDE_SOCKET": socket, "TERM": "xterm"]
        )
        defer { child.send(SIGKILL) }
        let screen = ScreenOutput(terminal)
        _ = try await screen.moment(of: "nothing is open")
        var measured = Measured()
        let interval = Duration.seconds(1) / rate
        // The scanners of different clerks do not beat time.
        var due = ContinuousClock.now + interval * station / stations
        for (index, box) in boxes.enumerated() {
            if index.isMultiple(of: Self.boxesOnAShelf) {
                let shelf = shelves[index / Self.boxesOnAShelf % shelves.count]
                _ = try await client.ask(API.Readings.record, ReadingRequest(text: shelf, station: name))
            }
            try await Task.sleep(until: due, tolerance: .zero)
            screen.forget()
            let sent = ContinuousClock.now
            // A reading that could not be sent in time has waited since then.
            let begin = sent - due > interval ? due : sent
            async let shown = screen.moment(of: box)
            let outcome = try await client.ask(API.Readings.record, ReadingRequest(text: box, station: name))
            guard outcome.verdict == "accepted" else {
                throw StationBenchmark.Failure("cannot measure with what is refused: \(outcome.message)")
            }
            measured.answers.add(begin.duration(to: .now))
            measured.screens.add(begin.duration(to: try await shown))
            due += interval
        }
        child.send(SIGTERM)
        _ = await child.status()
        await client.close()
        return measured
    }

    /// What the disk needs for one page, ten times a second, until it is cancelled.
    private func synchronise() async throws -> Durations {
        try Data().write(to: URL(filePath: syncFile))
        let file = try FileHandle(forWritingTo: URL(filePath: syncFile))
        let page = Data(repeating: 65, count: 4_096)
        var syncs = Durations()
        while !Task.isCancelled {
            let begin = ContinuousClock.now
            try file.write(contentsOf: page)
            fdatasync(file.fileDescriptor)
            syncs.add(begin.duration(to: .now))
            try? await Task.sleep(for: .milliseconds(100))
        }
        return syncs
    }
}
