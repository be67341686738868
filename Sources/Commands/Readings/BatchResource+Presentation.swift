package import Terminal
package import Wire

extension BatchResource: Presentable {
    /// Each new line, in the order in which they were read, then the totals.
    package var lines: [StyledText] {
        let new = newResults.map { line in
            StyledText(String(line.line), .faint).padded(to: 6)
                + StyledText(line.occurredAt.map(Moment.of) ?? "", .faint).padded(to: line.occurredAt == nil ? 0 : 22)
                + OutcomeResource.line(verdict: line.verdict, message: line.message)
        }
        return new + [StyledText(sum, .strong)]
    }

    package var identifiers: [String] { newResults.filter { $0.verdict != "refused" }.compactMap(\.barcode) }

    private var newResults: [BatchLineResource] { results.filter(\.isNew) }

    private var sum: String {
        var parts = ["\(accepted) accepted", "\(attention) to look at", "\(refused) refused"]
        if conflicts > 0 { parts.append("\(conflicts) in conflict with newer facts") }
        if takenBefore > 0 { parts.append("\(takenBefore) taken before and left as they are") }
        return parts.joined(separator: ", ")
    }
}
