/// The dark and light modules of a symbol without its quiet zone.
struct SymbolPattern: Sendable, Hashable {
    /// The number of modules in a row.
    let width: Int
    /// The number of rows; one for a linear symbol.
    let height: Int
    /// The modules row by row; 1 is dark.
    let modules: [UInt8]

    init(width: Int, height: Int, modules: [UInt8]) {
        self.width = width
        self.height = height
        self.modules = modules
    }

    /// Creates a square symbol of at most 64 rows, with the leftmost module in the lowest bit.
    init(rows: [UInt64]) {
        let width = rows.count
        self.width = width
        height = width
        modules = [UInt8](unsafeUninitializedCapacity: width * width) { modules, count in
            for (row, bits) in rows.enumerated() {
                for column in 0..<width {
                    modules[row * width + column] = UInt8(truncatingIfNeeded: bits >> UInt64(column) & 1)
                }
            }
            count = width * width
        }
    }

    var isLinear: Bool { height == 1 }

    /// The modules row by row; true is dark.
    var rows: [[Bool]] {
        (0..<height).map { row in modules[row * width..<(row + 1) * width].map { $0 == 1 } }
    }

    /// Returns the dark runs of all rows, in modules.
    ///
    /// Equal runs in consecutive rows form one rectangle.
    func bars() -> [DotBox] {
        rectangles(lines: height, length: width, step: 1, lineStep: width, least: 1).map { lines, stretch in
            DotBox(x: stretch.lowerBound, y: lines.lowerBound, width: stretch.count, height: lines.count)
        }
    }

    /// Returns the dark runs of all columns, without single modules.
    func columns() -> [DotBox] {
        rectangles(lines: width, length: height, step: width, lineStep: 1, least: 2).map { lines, stretch in
            DotBox(x: lines.lowerBound, y: stretch.lowerBound, width: lines.count, height: stretch.count)
        }
    }

    /// Returns runs of `least` or more modules along lines.
    ///
    /// The steps lead to the next module and to the next line.
    private func rectangles(
        lines: Int,
        length: Int,
        step: Int,
        lineStep: Int,
        least: Int
    ) -> [(lines: Range<Int>, stretch: Range<Int>)] {
        var found: [(lines: Range<Int>, stretch: Range<Int>)] = []
        found.reserveCapacity(lines * length / 3 + 1)
        // The last rectangle for each position at which a run begins.
        var latest = [Int](repeating: -1, count: length)
        for line in 0..<lines {
            var place = 0
            while place < length {
                guard modules[line * lineStep + place * step] == 1 else {
                    place += 1
                    continue
                }
                let begin = place
                while place < length, modules[line * lineStep + place * step] == 1 { place += 1 }
                guard place - begin >= least else { continue }
                let last = latest[begin]
                if last >= 0, found[last].lines.upperBound == line, found[last].stretch.upperBound == place {
                    found[last].lines = found[last].lines.lowerBound..<line + 1
                } else {
                    latest[begin] = found.count
                    found.append((line..<line + 1, begin..<place))
                }
            }
        }
        return found
    }
}
