import ArgumentParser
import DaemonClient
import Glibc
import Wire

struct ScanCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Take readings from standard input, a line each.",
        discussion: """
            Scan a shelf, then the boxes on it: each box is now on that shelf. Every reading is answered with a line \
            at once: accepted, attention or refused, and why. Any gun that types works, and so does a file of \
            readings.

            Readings belong to a station, which remembers the shelf. Without --station this run has one of its own.

            Ends with 1 when a reading was refused. If the daemon goes away, it says which reading was not taken and \
            ends with 69; nothing after that reading was sent. With --json each line is the outcome of a reading.

            Example:
              outguide scan --station intake-1 < readings.txt
            """
    )

    static let awaitsStart = true

    @Option(help: ArgumentHelp("The station that the readings belong to.", valueName: "name"))
    var station: String?

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        if isatty(STDIN_FILENO) == 1 { await output.remark("scan a shelf, then the boxes on it; end with Ctrl-D") }
        if let station {
            return try await ScanRun(daemon: daemon, output: output, station: station).readAll()
        }
        let own = PrivateStation.name()
        let ending = await EndOfProcess { try? await daemon.endSession(station: own) }
        defer { withExtendedLifetime(ending) {} }
        let run = ScanRun(daemon: daemon, output: output, station: own)
        do {
            try await run.readAll()
        } catch let failure as CommandFailure where failure.code == .unreachable {
            throw failure
        } catch {
            // The reason for the end is told; that the session stays until it lapses is not worth another message.
            try? await daemon.endSession(station: own)
            throw error
        }
        try await daemon.endSession(station: own)
    }
}
