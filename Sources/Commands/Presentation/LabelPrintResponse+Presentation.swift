import Wire

extension LabelPrintResponse: Presentable {
    var lines: [StyledText] {
        let count = labels == 1 ? "1 label" : "\(labels) labels"
        return [StyledText(state, .good) + StyledText("  \(count) on \(printer) (job \(job))")]
    }

    var identifiers: [String] { [String(job)] }
}
