import DaemonClient
import Foundation
import TestSupport
import Wire

/// From the Enter key of a virtual USB scanner to the bytes on the screen of its station: the whole way that a clerk waits for.
///
/// The time begins before Enter is typed and so has what the virtual scanner costs in it, which a real one does not.
struct ScannerMeasurement: Sendable {
    /// A scanner that sends AIM identifiers shows that a symbol is whole; of another one the daemon waits for what follows.
    enum Scanner: String, CaseIterable {
        case identified, plain

        var prefix: String { self == .identified ? "]C0" : "" }
    }

    private static let station = "benchmark-gun"

    let readings: Int

    /// p50, p99 and the longest of each scanner, in microseconds.
    func run() async throws -> String {
        var figures: [String] = []
        for device in Scanner.allCases {
            let times = try await measure(device)
            figures += [0.5, 0.99, 1].map { String(times.percentile($0)) }
        }
        return figures.joined(separator: " ")
    }

    private func measure(_ device: Scanner) async throws -> Durations {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", serial: "S1")
        let configuration = "scanners:\n  - serial: S1\n    station: \(Self.station)\n"
        var times = Durations()
        try await DaemonBed.with(configuration: configuration, environment: scanners.environment) { bed in
            times = try await scan(device, scanners, bed)
        }
        try await scanners.close()
        return times
    }

    private func scan(_ device: Scanner, _ scanners: VirtualScannerBed, _ bed: DaemonBed) async throws -> Durations {
        let client = DaemonClient(socketPath: bed.socket)
        let shelf = try await client.ask(API.Entities.locations.create, NewEntityRequest(name: "Benchmark shelf"))
            .barcode
        var boxes: [String] = []
        for _ in 0..<readings {
            boxes.append(try await client.ask(API.Entities.containers.create, NewEntityRequest(title: "Box")).barcode)
        }
        await client.close()
        let (terminal, child) = try PseudoTerminal.start(
            try BuiltProduct.path(of: "outguide"),
            ["station", Self.station],
            columns: 80,
            rows: 24,
            environment: ["OUTGUIDE_SOCKET": bed.socket, "TERM": "xterm"]
        )
        defer { child.send(SIGKILL) }
        let screen = ScreenOutput(terminal)
        _ = try await screen.moment(of: "nothing is open")
        while try await !scanners.status("gun").isGrabbed {}
        var times = Durations()
        try await scanners.type("gun", device.prefix + shelf + "\n")
        _ = try await screen.moment(of: "Benchmark shelf")
        for box in boxes {
            // What follows sooner is of the same burst.
            try await scanners.pause(milliseconds: 300)
            try await scanners.type("gun", device.prefix + box)
            while try await scanners.status("gun").unreadBytes > 0 {}
            screen.forget()
            let begin = ContinuousClock.now
            async let shown = screen.moment(of: box)
            try await scanners.type("gun", "\n")
            times.add(begin.duration(to: try await shown))
        }
        child.send(SIGTERM)
        _ = await child.status()
        return times
    }
}
