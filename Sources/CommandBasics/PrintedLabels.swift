import ArgumentParser
package import Terminal
package import Wire

/// The option for kinds of printer trouble that do not prevent printing.
package struct DespiteOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Print although the printer reports this kind of trouble, such as out-of-labels; the log keeps that.",
            valueName: "trouble"
        )
    )
    var despite: [String] = []

    package init() {}

    /// The kinds for a request; nil for none.
    package var kinds: [String]? { despite.isEmpty ? nil : despite }
}

/// Printed labels, identified by their barcodes or by the job.
package struct PrintedLabels: Presentable {
    let response: LabelPrintResponse
    /// Whether the barcodes were minted for the run.
    let isMinted: Bool

    package init(response: LabelPrintResponse, isMinted: Bool) {
        self.response = response
        self.isMinted = isMinted
    }

    package var document: LabelPrintResponse { response }

    package var lines: [StyledText] {
        let count = response.labels == 1 ? "1 label" : "\(response.labels) labels"
        var place = "job \(response.job)"
        if let batch = response.batch { place += ", run \(batch)" }
        let style: TextStyle = response.state == "doubtful" ? .warning : .good
        if response.state == "doubtful" {
            place += ": delivered, and the printer says nothing of it; look whether it came out"
        }
        var lines = [StyledText(response.state, style) + StyledText("  \(count) on \(response.printer) (\(place))")]
        if let doubt = response.mediaDoubt {
            let what = "not known what is loaded in \(response.printer) (\(doubt)): see that these are the right labels"
            lines.append(StyledText(what, .warning))
        }
        if isMinted, let first = response.barcodes.first, let last = response.barcodes.last {
            lines.append(StyledText(response.barcodes.count == 1 ? first : "\(first) … \(last)"))
        }
        return lines
    }

    package var identifiers: [String] { isMinted ? response.barcodes : [String(response.job)] }
}
