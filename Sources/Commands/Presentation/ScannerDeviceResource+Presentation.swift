import Wire

extension ScannerDeviceResource: TableRow {
    static var columns: [String] { ["scanner", "name", "as", "node", "station", "named by", "state"] }

    var cells: [StyledText] {
        [
            StyledText(scanner), StyledText(label.map { "\($0) (\(name))" } ?? name), StyledText(transport),
            StyledText(node), StyledText(station ?? ""),
            StyledText(namedBy ?? "nobody", namedBy == nil ? .faint : .plain),
            StyledText(state, state == "reading" ? .good : namedBy == nil ? .faint : .bad),
        ]
    }

    var identifier: String { scanner }
}
