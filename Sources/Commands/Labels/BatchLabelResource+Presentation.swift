package import Terminal
package import Wire

extension BatchLabelResource: TableRow {
    package static var columns: [String] { ["label", "barcode", "state", "job", "title"] }

    package var cells: [StyledText] {
        [
            StyledText(String(position)), StyledText(barcode),
            StyledText(state, state == "doubtful" ? .warning : .plain),
            StyledText(job.map(String.init) ?? ""), StyledText(title ?? ""),
        ]
    }

    package var identifier: String { barcode }
}
