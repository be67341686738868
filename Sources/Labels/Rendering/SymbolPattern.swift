/// The dark and light modules of a symbol without its quiet zone.
struct SymbolPattern: Sendable, Hashable {
    /// Modules across.
    let width: Int
    /// One row for a linear symbol; each has `width` modules, true is dark.
    let rows: [[Bool]]

    /// The dark stretches of a row, as ranges of modules.
    func bars(inRow row: Int) -> [Range<Int>] { Self.stretches(rows[row]) }

    /// The dark stretches of a column, as ranges of rows.
    func bars(inColumn column: Int) -> [Range<Int>] { Self.stretches(rows.map { $0[column] }) }

    private static func stretches(_ modules: [Bool]) -> [Range<Int>] {
        var bars: [Range<Int>] = []
        var start: Int?
        for (index, isDark) in modules.enumerated() {
            if isDark, start == nil { start = index }
            if !isDark, let first = start {
                bars.append(first..<index)
                start = nil
            }
        }
        if let start { bars.append(start..<modules.count) }
        return bars
    }
}
