import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct TestScannerCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Scanners.test.outline] }

    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Show what a scanner sends, and check its settings.",
        discussion: """
            Shows a test barcode, then each key, report or piece of a line as it arrives. After each reading it \
            reports whether suffix, AIM identifier, layout and check character are right, and the remedy if not. Runs \
            until interrupted; with --once, ends after the first reading and exits with 1 when something needs \
            correcting. With --json, each line is {"event": "test", "signal" or "judgement", "data": …}.

            The scanner must be one that is read. Its readings count meanwhile; the test barcode has no effect.

            Example:
              outguide scanner test 05e0:1200:S1234
            """
    )

    @Argument(help: ArgumentHelp("The permanent name that “outguide scanner list” shows.", valueName: "scanner"))
    var scanner: String

    @Option(help: ArgumentHelp("Another barcode to scan instead, as printed.", valueName: "code"))
    var expect: String?

    @Flag(help: "End after the first reading.")
    var once = false

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let isGood = try await daemon.withTest(of: scanner, expected: expect) { events -> Bool? in
            for try await event in events {
                try await output.showNext(event)
                if once, case .judgement(let judgement) = event { return judgement.isGood }
            }
            return nil
        }
        guard let isGood else { throw CommandFailure(.unreachable, "outguided ended the test") }
        if !isGood { throw CommandFailure(.refused) }
    }
}
