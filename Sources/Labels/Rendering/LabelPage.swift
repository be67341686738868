import Barcodes

/// Draws one page, and verifies every symbol before the page is released.
struct LabelPage {
    let template: LabelTemplate
    let target: LabelTarget
    let texts: TextSetter

    /// A drawn symbol with the text that it must decode to.
    struct Symbol {
        let placement: SymbolPlacement
        let symbology: Symbology
        let text: String
    }

    /// Draws labels into the cells of a sheet, or into the only cell if there is no sheet.
    func draw(
        _ contents: ArraySlice<LabelContent>,
        in cells: ArraySlice<Int>,
        on canvas: some LabelCanvas
    ) throws(LabelError) -> [Symbol] {
        var symbols: [Symbol] = []
        var grid = DotGrid(target)
        if let first = contents.first {
            for element in template.pageElements { try draw(element, first, grid, canvas, &symbols) }
        }
        for (content, cell) in zip(contents, cells) {
            if let sheet = template.sheet { grid.origin = sheet.corner(of: cell) }
            for element in template.elements { try draw(element, content, grid, canvas, &symbols) }
        }
        return symbols
    }

    /// Checks that a label can be drawn correctly; throws if a field lacks a value or a character lacks a glyph.
    func check(_ content: LabelContent) throws(LabelError) {
        for element in template.pageElements + template.elements {
            switch element {
            case .text(let text):
                let words = try words(text.content, content)
                try named(content) { () throws(LabelError) in try texts.check(words, as: text) }
            case .band(let band): _ = try words(band.content, content)
            case .barcode(let symbol):
                guard content.value(of: symbol.content.rawValue)?.isEmpty == false else {
                    throw .missingField(symbol.content.rawValue)
                }
            case .line, .frame, .arrow, .image, .ruler: break
            }
        }
    }

    /// Adds the barcode of the label to an error about missing characters that `work` throws.
    private func named(_ content: LabelContent, _ work: () throws(LabelError) -> Void) throws(LabelError) {
        do throws(LabelError) {
            try work()
        } catch {
            guard case .missingGlyphs(let scalars, nil) = error else { throw error }
            throw .missingGlyphs(scalars, of: content.barcode)
        }
    }

    private func draw(
        _ element: LabelElement,
        _ content: LabelContent,
        _ grid: DotGrid,
        _ canvas: some LabelCanvas,
        _ symbols: inout [Symbol]
    ) throws(LabelError) {
        switch element {
        case .text(let text):
            let words = try words(text.content, content)
            try named(content) { () throws(LabelError) in
                try draw(words, as: text, in: grid.inside(text.box), grid, canvas)
            }
        case .barcode(let symbol): symbols.append(try draw(symbol, content, grid, canvas))
        case .line(let line): canvas.fill(grid.nearest(line.box), line.colour)
        case .frame(let frame):
            if let fill = frame.fill {
                let colour = canvas.hasColours || !isGround(frame) ? fill : fill.solid
                canvas.fill(grid.nearest(frame.box), colour)
            }
            for side in frame.sides { canvas.fill(grid.nearest(side), frame.colour) }
        case .band(let band): try draw(band, content, grid, canvas)
        case .arrow(let arrow):
            let box = arrow.box
            let corners = arrow.corners.map { corner in
                (x: grid.x(box.x + corner.x * box.width), y: grid.y(box.y + corner.y * box.height))
            }
            canvas.fill(corners: corners, arrow.colour)
        case .image(let image): try canvas.draw(image.picture, in: image.picture.place(in: image.box, on: grid))
        case .ruler(let ruler): for tick in ruler.ticks { canvas.fill(grid.nearest(tick), .black) }
        }
    }

    /// Whether text is on the frame's fill, where a pattern would make it unreadable.
    private func isGround(_ frame: LabelFrame) -> Bool {
        let elements = template.elements.contains(.frame(frame)) ? template.elements : template.pageElements
        return elements.contains { element in
            if case .text(let text) = element { text.box.overlaps(frame.box) } else { false }
        }
    }

    private func words(_ expression: FieldExpression, _ content: LabelContent) throws(LabelError) -> LabelWords {
        do throws(FieldExpression.MissingField) {
            return try expression.words(content.value)
        } catch {
            throw .missingField(error.name)
        }
    }

    private func draw(
        _ words: LabelWords,
        as text: LabelText,
        in box: DotBox,
        _ grid: DotGrid,
        _ canvas: some LabelCanvas
    ) throws(LabelError) {
        guard let fitted = try texts.fit(words, as: text, in: box, grid: grid) else { return }
        try canvas.draw(fitted, of: texts, text.colour)
    }

    private func draw(
        _ band: LabelBand,
        _ content: LabelContent,
        _ grid: DotGrid,
        _ canvas: some LabelCanvas
    ) throws(LabelError) {
        // Without enough digits there is no colour.
        guard let digit = band.digit(in: try words(band.content, content).text) else { return }
        canvas.fill(grid.nearest(band.box), band.palette.colour(of: digit))
        canvas.fill(grid.nearest(band.plate), .white)
        try draw(LabelWords(String(digit)), as: band.text, in: grid.inside(band.plate), grid, canvas)
    }

    private func draw(
        _ symbol: LabelSymbol,
        _ content: LabelContent,
        _ grid: DotGrid,
        _ canvas: some LabelCanvas
    ) throws(LabelError) -> Symbol {
        guard let text = content.value(of: symbol.content.rawValue), !text.isEmpty else {
            throw .missingField(symbol.content.rawValue)
        }
        let pattern = try ZintSymbol.pattern(of: text, as: symbol.symbology)
        let placement = try SymbolPlacement(of: text, pattern: pattern, symbol: symbol, grid: grid)
        let bars = placement.bars
        canvas.fill(bars: bars)
        if canvas.needsReadingNow {
            let dots = SymbolDots(of: placement, drawn: bars)
            try SymbolReader.check(dots, of: placement, as: symbol.symbology, says: text)
        }
        return Symbol(placement: placement, symbology: symbol.symbology, text: text)
    }
}

/// The assignment of labels to the cells of pages.
struct PagePlan: Sendable, Hashable {
    struct Page: Sendable, Hashable {
        /// The labels of the page, from 0.
        let labels: Range<Int>
        /// The cells of the labels, from 0; as many as labels.
        let cells: ArraySlice<Int>
    }

    let pages: [Page]

    /// Creates a plan.
    ///
    /// `used` cells, counted from 1, are those of the first sheet. A roll has one cell, which is never used.
    init(count: Int, template: LabelTemplate, used: Set<Int>) throws(LabelError) {
        guard count > 0 else { throw .noLabels }
        guard count <= LabelRenderer.mostLabels else { throw .tooManyLabels(count) }
        let cells = Array(0..<template.labelsPerPage)
        var free = template.sheet == nil ? cells[...] : cells.filter { !used.contains($0 + 1) }[...]
        guard !free.isEmpty else { throw .sheetFull(cells: cells.count) }
        var pages: [Page] = []
        var next = 0
        while next < count {
            let taken = free.prefix(count - next)
            pages.append(Page(labels: next..<next + taken.count, cells: taken))
            next += taken.count
            free = cells[...]
        }
        self.pages = pages
    }
}
