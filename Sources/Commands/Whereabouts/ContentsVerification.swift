import CommandBasics
import DaemonClient
import Glibc
import Terminal
import Wire

/// Compares the contents of a place, read from standard input, with the expected contents.
struct ContentsVerification {
    let daemon: DaemonClient
    let output: Output
    let place: String
    /// Whether to record the result without confirmation.
    let isAgreed: Bool

    /// Counts at the named station, or at a private one for this run.
    func run(at name: String?) async throws {
        let station = name ?? PrivateStation.name()
        do {
            try await count(at: station)
        } catch let failure as CommandFailure where failure.code == .unreachable {
            throw failure
        } catch {
            try? await daemon.ask(API.Stations.endSession, at: station)
            throw error
        }
        if name == nil { try await daemon.ask(API.Stations.endSession, at: station) }
    }

    private func count(at station: String) async throws {
        let type = try await daemon.ask(API.Whereabouts.show, at: place).type
        let command: ControlCode = type == "location" ? .startStocktake : .verify
        _ = try await take(command.rawValue, at: station)
        let begun = try await take(place, at: station)
        guard !begun.isRefused else { throw CommandFailure(.refused, begun.message) }
        await output.remark(begun.message)
        try await readThings(at: station)
        let told = try await take(ControlCode.endStocktake.rawValue, at: station)
        try await output.showNext(told)
        guard try await isToBeWritten(told) else {
            _ = try await take(ControlCode.end.rawValue, at: station)
            await output.remark("nothing was written down")
            if told.verdict != "accepted" { throw CommandFailure(.refused) }
            return
        }
        let written = try await take(ControlCode.confirm.rawValue, at: station)
        try await output.showNext(written)
        if written.isRefused { throw CommandFailure(.refused) }
    }

    private func readThings(at station: String) async throws {
        if isatty(STDIN_FILENO) == 1 { await output.remark("scan what is there; end with Ctrl-D") }
        let lines = await InputLines(descriptor: STDIN_FILENO)
        while let line = try await lines.next() {
            guard case .text(let text) = line else {
                await output.complain("cannot take a line of more than \(LineReader.longestLine) bytes")
                continue
            }
            try await output.showNext(try await take(text, at: station))
        }
    }

    private func isToBeWritten(_ told: OutcomeResource) async throws -> Bool {
        guard !told.isRefused else { throw CommandFailure(.refused) }
        guard !isAgreed else { return true }
        // The input has ended; only a terminal can be asked again.
        guard isatty(STDIN_FILENO) == 1 else { return false }
        await output.complain("write this down? [y/N]")
        let answer = readLine(strippingNewline: true)?.lowercased()
        return answer == "y" || answer == "yes"
    }

    private func take(_ text: String, at station: String) async throws -> OutcomeResource {
        try await daemon.ask(API.Readings.record, ReadingRequest(text: text, station: station))
    }
}
