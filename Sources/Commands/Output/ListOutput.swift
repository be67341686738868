import Wire

/// Shows rows as they come, page by page, so that a list of any length needs little memory.
@MainActor final class ListOutput<Row: TableRow> {
    private let output: Output
    private var widths: [Int] = []
    private(set) var count = 0

    init(_ output: Output) { self.output = output }

    /// Shows more rows.
    ///
    /// The widths of a table are those of its first page; later rows may stand out.
    func add(_ rows: [Row]) throws {
        guard !rows.isEmpty else { return }
        switch output.format {
        case .people: try addLines(rows)
        case .json:
            var text: [UInt8] = []
            for (index, row) in rows.enumerated() {
                text += Array((count + index == 0 ? "[\n" : ",\n").utf8)
                text += try WireCoding.encode(row.document)
            }
            try output.write(text)
        case .quiet: try output.show(rows.map { StyledText($0.identifier) })
        }
        count += rows.count
    }

    /// Ends the list; `emptiness` is for people when there was nothing.
    func finish(emptiness: String) throws {
        switch output.format {
        case .people: if count == 0 { output.remark(emptiness) }
        case .json: try output.write(Array((count == 0 ? "[]\n" : "\n]\n").utf8))
        case .quiet: break
        }
    }

    private func addLines(_ rows: [Row]) throws {
        var lines = rows.map { $0.cells.map(\.harmless) }
        if count == 0 {
            lines.insert(Row.columns.map { StyledText($0.uppercased(), .strong) }, at: 0)
            widths = Row.columns.indices.map { column in lines.map { $0[column].width }.max() ?? 0 }
        }
        try output.show(
            lines.map { cells in
                let last = cells.lastIndex { $0.width > 0 } ?? 0
                var line = StyledText("")
                for (column, cell) in cells[...last].enumerated() {
                    if column > 0 { line = line + "  " }
                    line = line + (column == last ? cell : cell.padded(to: widths[column]))
                }
                return line
            }
        )
    }
}
