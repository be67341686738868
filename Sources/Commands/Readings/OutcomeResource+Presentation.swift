package import Terminal
package import Wire

extension OutcomeResource: Presentable {
    /// Whether the reading was refused.
    var isRefused: Bool { verdict == "refused" }

    package var lines: [StyledText] { [Self.line(verdict: verdict, message: message)] }
    package var identifiers: [String] { isRefused ? [] : barcode.map { [$0] } ?? [] }

    /// Returns the verdict in a column of its own, then the message.
    static func line(verdict: String, message: String) -> StyledText {
        let style: TextStyle =
            switch verdict {
            case "accepted": .good
            case "refused": .bad
            default: .warning
            }
        return StyledText(verdict, style).padded(to: 9) + StyledText(" " + message)
    }
}
