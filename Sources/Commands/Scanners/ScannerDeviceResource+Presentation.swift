package import Terminal
package import Wire

extension ScannerDeviceResource: TableRow {
    package static var columns: [String] {
        ["scanner", "name", "as", "node", "station", "named by", "settings", "state"]
    }

    package var cells: [StyledText] {
        [
            StyledText(scanner), StyledText(label.map { "\($0) (\(name))" } ?? name), StyledText(transport),
            StyledText(node), StyledText(station ?? ""),
            StyledText(namedBy ?? "nobody", namedBy == nil ? .faint : .plain),
            StyledText(settings),
            StyledText(state, state == "reading" ? .good : namedBy == nil ? .faint : .bad),
        ]
    }

    /// The settings other than the framing, any of which may explain refused readings.
    private var settings: String {
        let letters = [("prefix", prefix), ("suffix", suffix)].compactMap { name, text in text.map { "\(name) \($0)" } }
        return (letters + (memory ? ["memory"] : []) + (linear ? ["linear"] : [])).joined(separator: ", ")
    }

    package var identifier: String { scanner }
}
