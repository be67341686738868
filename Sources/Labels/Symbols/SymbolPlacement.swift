/// Where each bar of a symbol goes on the dot grid.
struct SymbolPlacement: Sendable, Hashable {
    /// The dots of the symbol with its quiet zone, on the page.
    let box: DotBox
    let turn: QuarterTurn
    /// Dots across the narrowest bar, the symbol looked at upright.
    let dotsPerModule: Int
    /// Dots down a module; the whole height of a linear symbol.
    let dotsDown: Int
    /// The symbol's upper left corner in its box, looked at upright.
    let left: Int
    let top: Int
    let pattern: SymbolPattern

    /// Centres the symbol in its box with the widest modules that leave room for the quiet zone.
    init(
        of text: String,
        pattern: SymbolPattern,
        symbol: LabelSymbol,
        grid: DotGrid
    ) throws(LabelError) {
        let box = grid.inside(symbol.box)
        let size = box.size(turned: symbol.turn)
        let isSideways = symbol.turn.isSideways
        let across = pattern.width + 2 * symbol.quietZone
        let fewest = grid.dotsPerModule(atLeast: symbol.moduleWidth, along: isSideways)
        var dots = size.width / across
        var down = size.height
        if !pattern.isLinear {
            // Modules are as nearly square as whole dots can be, where those are not square themselves.
            let rows = pattern.height + 2 * symbol.quietZone
            let resolution = grid.target.resolution
            let (own, other) =
                isSideways ? (resolution.along, resolution.across) : (resolution.across, resolution.along)
            func height(_ dots: Int) -> Int { (2 * dots * other + own) / (2 * own) }
            while dots > 0, height(dots) * rows > size.height { dots -= 1 }
            down = height(dots)
        }
        guard dots >= fewest, down >= 2 else {
            throw .symbolTooWide(
                text,
                needed: grid.millimetres(across * fewest, along: isSideways).rounded(.up),
                room: grid.millimetres(
                    pattern.isLinear ? size.width : min(size.width, size.height),
                    along: isSideways
                ).rounded(.down)
            )
        }
        self.box = box
        self.turn = symbol.turn
        self.dotsPerModule = dots
        self.dotsDown = down
        self.pattern = pattern
        left = (size.width - pattern.width * dots) / 2
        top = pattern.isLinear ? 0 : (size.height - pattern.height * down) / 2
    }

    /// The dark rectangles on the page, which overlap in a matrix; every edge lies between two dots.
    var bars: [DotBox] {
        var bars: [(columns: Range<Int>, rows: Range<Int>)] = []
        bars.reserveCapacity(pattern.isLinear ? pattern.width : pattern.modules.count)
        // Stretches that are the same in neighbouring rows are one rectangle: those of the last row, few, in their order.
        var last = 0..<0
        for row in 0..<pattern.height {
            let begin = bars.count
            for bar in pattern.bars(inRow: row) {
                if let above = last.first(where: { bars[$0].columns == bar && bars[$0].rows.upperBound == row }) {
                    bars.append((bar, bars[above].rows.lowerBound..<row + 1))
                    bars[above].columns = 0..<0
                } else {
                    bars.append((bar, row..<row + 1))
                }
            }
            last = begin..<bars.count
        }
        // Bars are drawn a little narrow: columns close the gaps that this leaves between rows.
        last = 0..<0
        for column in 0..<(pattern.isLinear ? 0 : pattern.width) {
            let begin = bars.count
            for bar in pattern.bars(inColumn: column) where bar.count > 1 {
                if let left = last.first(where: { bars[$0].rows == bar }) {
                    bars.append((bars[left].columns.lowerBound..<column + 1, bar))
                    bars[left].columns = 0..<0
                } else {
                    bars.append((column..<column + 1, bar))
                }
            }
            last = begin..<bars.count
        }
        return bars.compactMap { $0.columns.isEmpty ? nil : place($0.columns, $0.rows) }
    }

    private func place(_ columns: Range<Int>, _ rows: Range<Int>) -> DotBox {
        box.place(
            DotBox(
                x: left + columns.lowerBound * dotsPerModule,
                y: top + rows.lowerBound * dotsDown,
                width: columns.count * dotsPerModule,
                height: rows.count * dotsDown
            ),
            turned: turn
        )
    }
}
