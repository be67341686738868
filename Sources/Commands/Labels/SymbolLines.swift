import Terminal

/// Draws a matrix symbol in half blocks, two rows of modules in a line, with its quiet zone.
enum SymbolLines {
    private static let quietZone = 4

    /// Returns lines for rows of `1` (dark) and `0`; empty if there are no rows.
    static func of(_ rows: [String]) -> [StyledText] {
        let width = rows.map(\.utf8.count).max() ?? 0
        guard width > 0, width <= 177, rows.count <= 177 else { return [] }
        let blank = [Bool](repeating: false, count: width + 2 * quietZone)
        let margin = [Bool](repeating: false, count: quietZone)
        let modules = rows.map { row in
            margin + row.utf8.map { $0 == UInt8(ascii: "1") } + margin
        }
        var matrix = [[Bool]](repeating: blank, count: quietZone) + modules
        matrix += [[Bool]](repeating: blank, count: quietZone + matrix.count % 2)
        return stride(from: 0, to: matrix.count - 1, by: 2).map { line in
            let (upper, lower) = (matrix[line], matrix[line + 1])
            var text = ""
            for column in upper.indices where column < lower.count {
                // Light modules are drawn, because most terminals have light text on a dark background.
                switch (upper[column], lower[column]) {
                case (true, true): text += " "
                case (true, false): text += "▄"
                case (false, true): text += "▀"
                case (false, false): text += "█"
                }
            }
            return StyledText(text, .paper)
        }
    }
}
