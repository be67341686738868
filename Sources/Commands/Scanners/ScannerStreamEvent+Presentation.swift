package import DaemonClient
package import Terminal
import Wire

extension ScannerStreamEvent: Presentable {
    package var document: ScannerEventDocument { ScannerEventDocument(event: self) }

    package var lines: [StyledText] {
        switch self {
        case .pairing(let pairing): pairing.lines
        case .test(let test):
            SymbolLines.of(test.rows) + [
                StyledText(test.expected, .strong), StyledText("scan this with \(test.scanner); end with Ctrl-C"),
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
            case "bytes": StyledText("bytes  \(signal.bytes ?? "") (base64)")
            case "reading":
                StyledText("reading", .good) + StyledText("  \(signal.text ?? "")  ended by \(signal.ending ?? "")")
            case "rejection": StyledText("refused", .bad) + StyledText("  \(signal.message ?? "")")
            default: StyledText(signal.kind, .warning) + StyledText("  \(signal.message ?? "")")
            }
        return rest.map { [time + $0] } ?? []
    }

    private static func lines(of finding: ScannerFindingResource) -> [StyledText] {
        let mark = finding.isGood ? StyledText("good", .good) : StyledText("mend", .warning)
        let line = StyledText("  ") + mark.padded(to: 6) + StyledText(finding.message)
        return [line] + (finding.advice.map { [StyledText("        → \($0)")] } ?? [])
    }
}
