package import Localization
import Wire

/// Shows rows page by page as they arrive, so that a list of any length needs little memory.
///
/// The JSON form is one object: `items` with the rows, `complete`, and `total`, which is null if unknown.
@MainActor package final class ListOutput<Row: TableRow> {
    /// The number of rows from which the total is shown to people, who count fewer at a glance.
    private static var manyRows: Int { 20 }

    private let output: Output
    private var widths: [Int] = []
    package private(set) var count = 0

    package init(_ output: Output) { self.output = output }

    /// Shows more rows.
    ///
    /// The column widths are those of the first page; later rows may exceed them.
    ///
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func add(_ rows: [Row]) throws {
        guard !rows.isEmpty else { return }
        switch output.format {
        case .people: try addLines(rows)
        case .json:
            var text: [UInt8] = []
            for (index, row) in rows.enumerated() {
                text += Array((count + index == 0 ? "{\"items\":[\n" : ",\n").utf8)
                text += try WireCoding.encode(row.document)
            }
            try output.write(text)
        case .quiet: try output.show(rows.map { StyledText($0.identifier) })
        }
        count += rows.count
    }

    /// Ends a list that was shown completely.
    ///
    /// - Parameter emptiness: the message for an empty list.
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func finish(emptiness: Message) throws {
        try finish(emptiness: emptiness, gap: nil, total: count, isComplete: true, isCut: false)
    }

    /// Ends a list.
    ///
    /// - Parameters:
    ///   - emptiness: the message for an empty list.
    ///   - gap: why rows may be missing at any limit, with the remedy; nil if none can be.
    ///   - total: the number of rows in the whole list; nil if unknown.
    ///   - isComplete: whether all of it was shown.
    ///   - isCut: whether a higher limit would show more.
    /// - Throws: ``StreamError`` if the output cannot be written.
    package func finish(emptiness: Message, gap: Message?, total: Int?, isComplete: Bool, isCut: Bool) throws {
        if output.format == .json {
            let total = total.map(String.init) ?? "null"
            let start = count == 0 ? "{\"items\":[" : "\n"
            return try output.write(Array("\(start)],\"complete\":\(isComplete),\"total\":\(total)}\n".utf8))
        }
        if isCut {
            output.caution(
                total.map { Message("\(count, "shown") of \($0, "total") shown; --limit 0 shows all") }
                    ?? Message("\(count, "shown") shown, and there is more; --limit 0 shows all")
            )
        } else if !isComplete {
            if let gap { output.caution(gap) }
        } else if count == 0 {
            output.remark(emptiness)
        } else if count >= Self.manyRows {
            output.remark(Message("all {count} shown", plural: "all {count} shown", count: count))
        }
    }

    private func addLines(_ rows: [Row]) throws {
        var lines = rows.map { $0.cells.map(\.styled.harmless) }
        if count == 0 {
            lines.insert(Row.columns.map { StyledText($0.shown.uppercased(), .strong) }, at: 0)
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
