/// The position of each bar of a symbol on the dot grid.
struct SymbolPlacement: Sendable, Hashable {
    /// The dots of the symbol with its quiet zone, on the page.
    let box: DotBox
    let turn: QuarterTurn
    /// The width of the narrowest bar in dots, with the symbol viewed upright.
    let dotsPerModule: Int
    /// The height of a module in dots; the whole height of a linear symbol.
    let dotsDown: Int
    /// The symbol's upper left corner in its box, viewed upright.
    let left: Int
    let top: Int
    let pattern: SymbolPattern

    /// Centres the symbol in its box, with the widest modules that leave room for the quiet zone.
    init(of text: String, pattern: SymbolPattern, symbol: LabelSymbol, grid: DotGrid) throws(LabelError) {
        let box = grid.inside(symbol.box)
        let size = box.size(turned: symbol.turn)
        let isSideways = symbol.turn.isSideways
        let across = pattern.width + 2 * symbol.quietZone
        let fewest = grid.dotsPerModule(atLeast: symbol.moduleWidth, along: isSideways)
        var dots = size.width / across
        var down = size.height
        if !pattern.isLinear {
            // If dots are not square, modules are as nearly square as whole dots allow.
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

    /// The dark rectangles on the page, which overlap in a matrix symbol.
    ///
    /// Every edge lies between two dots.
    var bars: [DotBox] {
        // Bars are drawn slightly narrow; columns close the gaps that this leaves between rows.
        let modules = pattern.isLinear ? pattern.bars() : pattern.bars() + pattern.columns()
        return modules.map { part in
            box.place(
                DotBox(
                    x: left + part.x * dotsPerModule,
                    y: top + part.y * dotsDown,
                    width: part.width * dotsPerModule,
                    height: part.height * dotsDown
                ),
                turned: turn
            )
        }
    }
}
