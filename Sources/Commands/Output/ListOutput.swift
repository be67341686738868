import Wire

/// Shows rows as they come, page by page, so that a list of any length needs little memory.
///
/// As JSON it is one object: `items` with the rows, `complete`, and `total`, which is null when nobody counted.
@MainActor final class ListOutput<Row: TableRow> {
    /// From so many rows on people are told how many there are: fewer are counted at a glance.
    private static var manyRows: Int { 20 }

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
                text += Array((count + index == 0 ? "{\"items\":[\n" : ",\n").utf8)
                text += try WireCoding.encode(row.document)
            }
            try output.write(text)
        case .quiet: try output.show(rows.map { StyledText($0.identifier) })
        }
        count += rows.count
    }

    /// Shows the rows of a list, page after page, up to `limit` of them, and how it ends.
    ///
    /// - Parameters:
    ///   - emptiness: what people read when there is nothing.
    ///   - gap: why something may be missing that no limit shows, and what to do about it.
    ///   - row: what is shown of what the daemon answers.
    func show<Item>(
        _ limit: ListLimit,
        emptiness: String,
        gap: String = "some of it cannot be listed",
        _ page: (_ limit: Int, _ cursor: String?) async throws -> Page<Item>,
        row: (Item) -> Row
    ) async throws {
        let end = try await PageReader(limit: limit.count).follow(page) { try add($0.map(row)) }
        try finish(emptiness: emptiness, gap: gap, end)
    }

    /// The same, of what the daemon answers as it is.
    func show(
        _ limit: ListLimit,
        emptiness: String,
        gap: String = "some of it cannot be listed",
        _ page: (_ limit: Int, _ cursor: String?) async throws -> Page<Row>
    ) async throws where Row: Codable & Hashable {
        try await show(limit, emptiness: emptiness, gap: gap, page) { $0 }
    }

    /// Ends a list of which all was shown.
    func finish(emptiness: String) throws { try finish(emptiness: emptiness, gap: "", ListEnd(all: count)) }

    private func finish(emptiness: String, gap: String, _ end: ListEnd) throws {
        if output.format == .json {
            let total = end.total.map(String.init) ?? "null"
            let start = count == 0 ? "{\"items\":[" : "\n"
            return try output.write(Array("\(start)],\"complete\":\(end.isComplete),\"total\":\(total)}\n".utf8))
        }
        if end.isCut {
            let shown = end.total.map { "\(count) of \($0) shown" } ?? "\(count) shown, and there is more"
            output.caution("\(shown); --limit 0 shows all")
        } else if !end.isComplete {
            output.caution(gap)
        } else if count == 0 {
            output.remark(emptiness)
        } else if count >= Self.manyRows {
            output.remark("all \(count) shown")
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
