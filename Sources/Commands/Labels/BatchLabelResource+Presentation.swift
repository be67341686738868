import Wire

extension BatchLabelResource: TableRow {
    static var columns: [String] { ["label", "barcode", "state", "job", "title"] }

    var cells: [StyledText] {
        [
            StyledText(String(position)), StyledText(barcode),
            StyledText(state, state == "doubtful" ? .warning : .plain),
            StyledText(job.map(String.init) ?? ""), StyledText(title ?? ""),
        ]
    }

    var identifier: String { barcode }
}
