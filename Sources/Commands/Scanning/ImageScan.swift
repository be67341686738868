import CommandBasics
import DaemonClient
import Glibc
import Terminal
import Wire

/// Sends the codes of an image as readings: the location first, then the items and containers.
struct ImageScan {
    let daemon: DaemonClient
    let output: Output
    let path: String
    /// Whether to proceed without confirmation.
    let isAgreed: Bool

    /// Decodes the image, shows the planned moves, and asks for confirmation; returns nil if the user declines.
    func plan() async throws -> PhotographedRun? {
        let image = try await FileBytes.all(path: path, limit: API.longestImage)
        let response = try await daemon.decode(image: image, mode: "thorough")
        if !response.isComplete { await output.complain("\(path): not all of it could be read") }
        guard !response.codes.isEmpty else {
            throw CommandFailure(.refused, "cannot find a code in \(path): go closer, or hold the camera still")
        }
        let run = try await PhotographedRun(response.codes, daemon: daemon)
        await output.remark(run.lines)
        guard !isAgreed else { return run }
        guard path != "-", isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure(.usage, "cannot ask whether this is right: look at it, then repeat it with --yes")
        }
        await output.complain("move \(run.things.count) to \(run.place.code.text)? [y/N]")
        let answer = readLine(strippingNewline: true)?.lowercased()
        return answer == "y" || answer == "yes" ? run : nil
    }

    /// Sends the readings; throws a failure if one is refused.
    func apply(_ run: PhotographedRun, at station: String) async throws {
        var isRefused = false
        for thing in [run.place] + run.things {
            let reading = ReadingRequest(
                text: thing.code.text,
                station: station,
                symbology: thing.code.symbology
            )
            let outcome = try await daemon.ask(API.Readings.record, reading)
            try await output.showNext(outcome)
            guard outcome.isRefused else { continue }
            isRefused = true
            if output.format == .quiet { await output.complain("refused: \(outcome.message)") }
            // Without the place, nothing else can be taken.
            if thing.code == run.place.code { break }
        }
        if isRefused { throw CommandFailure(.refused) }
    }
}
