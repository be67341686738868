import Wire

/// Printed labels, identified by their barcodes or by the job.
struct PrintedLabels: Presentable {
    let response: LabelPrintResponse
    /// Whether the barcodes were minted for the run.
    let isMinted: Bool

    var document: LabelPrintResponse { response }

    var lines: [StyledText] {
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

    var identifiers: [String] { isMinted ? response.barcodes : [String(response.job)] }
}
