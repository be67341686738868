import ArgumentParser
import CommandBasics
package import DaemonClient
import Localization
package import Terminal
import Wire

struct TestScannerCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Scanners.test.outline] }
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Message("Show what a scanner sends, and check its settings."),
        discussion: Message(
            """
            Shows a test barcode, then each key, report or piece of a line as it arrives. After each reading it \
            reports whether suffix, AIM identifier, layout and check character are right, and the remedy if not. Runs \
            until interrupted; with --once, ends after the first reading and exits with 1 when something needs \
            correcting. With --json, each line is {{"event": "test", "signal" or "judgement", "data": …}}.

            The scanner must be one that is read. Its readings count meanwhile; the test barcode has no effect.

            Example:
              outguide scanner test 05e0:1200:S1234
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("The permanent name that “outguide scanner list” shows."),
            valueName: Message("scanner", context: "value")
        )
    )
    var scanner: String

    @Option(
        help: ArgumentHelp(
            Message("Another barcode to scan instead, as printed."),
            valueName: Message("code", context: "value")
        )
    ) var expect: String?
    @Flag(help: ArgumentHelp(Message("End after the first reading."))) var once = false
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let isGood = try await daemon.withTest(of: scanner, expected: expect) { events -> Bool? in
            for try await event in events {
                try await output.showNext(event)
                if once, case .judgement(let judgement) = event { return judgement.isGood }
            }
            return nil
        }
        guard let isGood else { throw CommandFailure(.unreachable, Message("outguided ended the test")) }
        if !isGood { throw CommandFailure(.refused) }
    }
}

extension ScannerStreamEvent: Presentable {
    package var document: EventDocument {
        switch self {
        case .pairing(let pairing): EventDocument(ScannerEventName.pairing.rawValue, pairing)
        case .test(let test): EventDocument(ScannerEventName.test.rawValue, test)
        case .signal(let signal): EventDocument(ScannerEventName.signal.rawValue, signal)
        case .judgement(let judgement): EventDocument(ScannerEventName.judgement.rawValue, judgement)
        }
    }

    package var lines: [StyledText] {
        switch self {
        case .pairing(let pairing): pairing.lines
        case .test(let test):
            SymbolLines.of(test.rows) + [
                StyledText(test.expected, .strong),
                StyledText(Message("scan this with \(test.scanner, "scanner"); end with Ctrl-C")),
            ]
        case .signal(let signal): Self.lines(of: signal)
        case .judgement(let judgement): judgement.findings.flatMap(Self.lines)
        }
    }

    /// The text of a reading.
    package var identifiers: [String] {
        if case .signal(let signal) = self, signal.kind == "reading" { signal.text.map { [$0] } ?? [] } else { [] }
    }

    private static func lines(of signal: ScannerSignalResource) -> [StyledText] {
        let time = StyledText(signal.at.map(Moment.clock) ?? "", .faint).padded(to: 10)
        let rest: StyledText? =
            switch signal.kind {
            case "key" where signal.action == "pressed":
                StyledText(signal.key ?? "").padded(to: 18) + StyledText(signal.text ?? "", .strong)
            case "key": nil
            case "bytes":
                StyledText(Message("bytes", context: "signal of a scanner"))
                    + StyledText("  \(signal.bytes ?? "") (base64)")
            case "reading":
                Message("reading", context: "signal of a scanner").styled(.good)
                    + StyledText("  \(signal.text ?? "")  ")
                    + StyledText(Message("ended by \(signal.ending ?? "", "ending")"))
            case "rejection":
                Message("refused", context: "signal of a scanner").styled(.bad)
                    + StyledText("  \(signal.message ?? "")")
            default: Term.scannerEvent(signal.kind).styled(.warning) + StyledText("  \(signal.message ?? "")")
            }
        return rest.map { [time + $0] } ?? []
    }

    private static func lines(of finding: ScannerFindingResource) -> [StyledText] {
        let mark =
            finding.isGood
            ? Message("good", context: "set-up of a scanner").styled(.good)
            : Message("mend", context: "set-up of a scanner").styled(.warning)
        let line = StyledText("  ") + mark.padded(to: 5) + " " + StyledText(finding.message)
        return [line] + (finding.advice.map { [StyledText("        → \($0)")] } ?? [])
    }
}
