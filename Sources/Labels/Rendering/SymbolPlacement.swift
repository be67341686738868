/// Where each bar of a symbol goes on the dot grid.
struct SymbolPlacement: Sendable, Hashable {
    /// The dark rectangles, which overlap in a matrix; every edge lies between two dots.
    let bars: [DotBox]
    /// Dots across the narrowest bar.
    let dotsPerModule: Int

    /// Centres the symbol in its box with the widest modules that leave room for the quiet zone.
    init(
        of text: String,
        pattern: SymbolPattern,
        symbol: LabelSymbol,
        grid: DotGrid
    ) throws(LabelError) {
        let box = grid.inside(symbol.box)
        let isLinear = pattern.rows.count == 1
        let across = pattern.width + 2 * symbol.quietZone
        let room = isLinear ? box.width : min(box.width, box.height)
        let fewest = grid.dotsPerModule(atLeast: symbol.moduleWidth)
        let dots = room / across
        guard dots >= fewest else {
            throw .symbolTooWide(
                text,
                needed: grid.millimetres(across * fewest).rounded(.up),
                room: grid.millimetres(room).rounded(.down)
            )
        }
        let left = box.x + (box.width - pattern.width * dots) / 2
        let height = isLinear ? box.height : dots
        let top = isLinear ? box.y : box.y + (box.height - pattern.rows.count * dots) / 2
        var bars: [DotBox] = []
        for row in pattern.rows.indices {
            for bar in pattern.bars(inRow: row) {
                let (x, y) = (left + bar.lowerBound * dots, top + row * height)
                bars.append(DotBox(x: x, y: y, width: bar.count * dots, height: height))
            }
        }
        // Bars are drawn a little narrow: columns close the gaps that this leaves between rows.
        for column in 0..<(isLinear ? 0 : pattern.width) {
            for bar in pattern.bars(inColumn: column) where bar.count > 1 {
                let (x, y) = (left + column * dots, top + bar.lowerBound * dots)
                bars.append(DotBox(x: x, y: y, width: dots, height: bar.count * dots))
            }
        }
        self.bars = bars
        self.dotsPerModule = dots
    }
}
