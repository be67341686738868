import DaemonClient
import Foundation
import TestSupport
import Wire

/// A real daemon with a shelf and a box, and screens that show what happens at it.
struct StationScreenBed: Sendable {
    static let station = "counter"

    let daemon: DaemonBed
    let client: DaemonClient
    let shelf: String
    let box: String

    static func with(
        configuration: String = "",
        boxTitle: String = "Smith v. Jones",
        _ body: (StationScreenBed) async throws -> Void
    ) async throws {
        try await DaemonBed.with(configuration: configuration) { daemon in
            let shelf = try await daemon.outguide("location", "add", "--name", "Shelf 3", "--quiet").answer
            let box = try await daemon.outguide("container", "add", "--title", boxTitle, "--quiet").answer
            let client = DaemonClient(socketPath: daemon.socket)
            try await body(StationScreenBed(daemon: daemon, client: client, shelf: shelf, box: box))
            await client.close()
        }
    }

    /// Runs `body` with a screen that shows the station, and takes it away afterwards.
    func withScreen(
        _ columns: Int,
        _ rows: Int,
        _ arguments: [String] = [station],
        environment: [String: String] = [:],
        _ body: (TerminalBed) async throws -> Void
    ) async throws {
        let terminal = try TerminalBed(
            try BuiltProduct.path(of: "outguide"),
            ["station"] + arguments,
            columns: columns,
            rows: rows,
            environment: ["OUTGUIDE_SOCKET": daemon.socket, "TERM": "xterm-256color", "TZ": "UTC"]
                .merging(environment) { $1 }
        )
        do {
            try await body(terminal)
        } catch {
            await terminal.close()
            throw error
        }
        await terminal.close()
    }

    /// Reads a code at the station.
    @discardableResult
    func scan(_ code: String, at station: String = station) async throws -> OutcomeResource {
        try await client.ask(API.Readings.record, ReadingRequest(text: code, station: station))
    }
}
