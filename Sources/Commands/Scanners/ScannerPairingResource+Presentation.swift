package import Terminal
package import Wire

extension ScannerPairingResource: Presentable {
    package var lines: [StyledText] {
        switch state {
        case "listening":
            return SymbolLines.of(rows) + [
                StyledText(text, .strong), StyledText("\(message) (\(seconds) seconds)"),
            ]
        case "paired":
            let station = scanner?.station.map { " at \($0)" } ?? ""
            let layout = layouts.count > 1 ? "; its keys fit " + layouts.joined(separator: ", ") : ""
            return [
                StyledText("paired", .good) + StyledText("  \(message)\(station)\(layout)"),
                StyledText("check its set-up with: outguide scanner test \(scanner?.scanner ?? "")"),
            ]
        default:
            return [StyledText("failed", .bad) + StyledText("  \(message)")]
        }
    }

    /// First the text to scan, later the paired scanner.
    package var identifiers: [String] {
        switch state {
        case "listening": [text]
        case "paired": scanner.map { [$0.scanner] } ?? []
        default: []
        }
    }
}
