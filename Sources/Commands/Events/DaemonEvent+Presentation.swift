package import DaemonClient
package import Terminal
import Wire

extension DaemonEvent: Presentable {
    package var document: EventDocument { EventDocument(event: self) }

    package var lines: [StyledText] {
        switch self {
        // The preceding outcome already shows what people need to know.
        case .opened, .station: []
        case .entry(let entry):
            [
                StyledText(Moment.clock(entry.recordedAt), .faint)
                    + StyledText("  entry \(entry.entry)  \(entry.kind)  ")
                    + StyledText(entry.barcode ?? "", .strong)
                    + StyledText(entry.to.map { " → \($0.words)" } ?? "")
                    + StyledText("  by \(entry.principal)" + (entry.station.map { " at \($0)" } ?? ""), .faint)
            ]
        case .outcome(let outcome):
            [
                StyledText("\(outcome.station)  ", .faint)
                    + OutcomeResource.line(verdict: outcome.verdict, message: outcome.message)
            ]
        case .scanner(let event):
            [
                StyledText((event.station ?? event.scanner) + "  ", .faint)
                    + StyledText(event.kind, event.kind == "attached" ? .good : .warning).padded(to: 9)
                    + StyledText(" " + event.message)
            ]
        }
    }

    /// The number of the entry, if the event is one.
    package var identifiers: [String] {
        if case .entry(let entry) = self { [String(entry.entry)] } else { [] }
    }
}
