import CCairo

/// Draws one label on a Cairo context whose unit is a dot.
struct LabelPage {
    let template: LabelTemplate
    let grid: DotGrid
    let inset: BarInset

    func draw(_ content: LabelContent, with texts: TextSetter, on context: borrowing CairoContext) throws(LabelError) {
        for element in template.elements {
            switch element {
            case .text(let text): try draw(text, content, with: texts, on: context)
            case .barcode(let symbol): try draw(symbol, content, on: context)
            }
        }
        try context.check()
    }

    private func draw(
        _ text: LabelText,
        _ content: LabelContent,
        with texts: TextSetter,
        on context: borrowing CairoContext
    ) throws(LabelError) {
        let words: String
        do throws(FieldExpression.MissingField) {
            words = try text.content.text(content.value)
        } catch {
            throw .missingField(error.name)
        }
        try texts.draw(words, as: text, in: grid.inside(text.box), grid: grid, on: context)
    }

    private func draw(
        _ symbol: LabelSymbol,
        _ content: LabelContent,
        on context: borrowing CairoContext
    ) throws(LabelError) {
        guard let text = content.value(of: symbol.content.rawValue) else {
            throw .missingField(symbol.content.rawValue)
        }
        let pattern = try ZintSymbol.pattern(of: text, as: symbol.symbology)
        let placement = try SymbolPlacement(of: text, pattern: pattern, symbol: symbol, grid: grid)
        cairo_set_source_rgb(context.pointer, 0, 0, 0)
        cairo_set_antialias(context.pointer, CAIRO_ANTIALIAS_NONE)
        for bar in placement.bars {
            cairo_rectangle(
                context.pointer,
                Double(bar.x) + inset.horizontal,
                Double(bar.y) + inset.vertical,
                Double(bar.width) - 2 * inset.horizontal,
                Double(bar.height) - 2 * inset.vertical
            )
        }
        cairo_fill(context.pointer)
    }
}
