/// The dark and light modules of a symbol without its quiet zone.
struct SymbolPattern: Sendable, Hashable {
    /// Modules across.
    let width: Int
    /// Rows of modules; one for a linear symbol.
    let height: Int
    /// Row by row, 1 is dark.
    let modules: [UInt8]

    var isLinear: Bool { height == 1 }

    /// Row by row, true is dark.
    var rows: [[Bool]] {
        (0..<height).map { row in modules[row * width..<(row + 1) * width].map { $0 == 1 } }
    }

    /// The dark stretches of a row, as ranges of modules.
    func bars(inRow row: Int) -> [Range<Int>] { stretches(from: row * width, step: 1, count: width) }

    /// The dark stretches of a column, as ranges of rows.
    func bars(inColumn column: Int) -> [Range<Int>] { stretches(from: column, step: width, count: height) }

    private func stretches(from first: Int, step: Int, count: Int) -> [Range<Int>] {
        var bars: [Range<Int>] = []
        bars.reserveCapacity(count / 3 + 1)
        var start = -1
        for index in 0..<count {
            if modules[first + index * step] == 1 {
                if start < 0 { start = index }
            } else if start >= 0 {
                bars.append(start..<index)
                start = -1
            }
        }
        if start >= 0 { bars.append(start..<count) }
        return bars
    }
}
