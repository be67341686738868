/// Checks that an element has room on the label and leaves barcodes in peace.
enum TemplateGeometry {
    /// Refuses `element` when it is off the media, too small, or in conflict with one `before` it.
    static func check(
        _ element: LabelElement,
        line: Int,
        on media: LabelMedia,
        before: [LabelElement]
    ) throws(LabelTemplateError) {
        let box = element.box
        guard box.width > 0, box.height > 0 else {
            throw LabelTemplateError(line: line, reason: "the box has no size")
        }
        guard box.isInside(media) else {
            throw LabelTemplateError(
                line: line,
                reason: "the box leaves the label of \(media.width) × \(media.height) millimetres"
            )
        }
        if case .barcode(let symbol) = element { try check(symbol, line: line) }
        for other in before where box.overlaps(other.box) {
            switch (element, other) {
            case (.text, .text): continue
            case (.barcode, _), (_, .barcode):
                throw LabelTemplateError(
                    line: line,
                    reason: "the box overlaps a barcode or its quiet zone: keep other boxes out of the barcode's box"
                )
            }
        }
    }

    private static func check(_ symbol: LabelSymbol, line: Int) throws(LabelTemplateError) {
        guard let rule = LabelSymbol.rule(for: symbol.symbology, saying: symbol.content) else { return }
        let across = Double(rule.modules + 2 * symbol.quietZone) * symbol.moduleWidth
        let height = rule.leastHeight ?? across
        guard across <= symbol.box.width, height <= symbol.box.height else {
            throw LabelTemplateError(
                line: line,
                reason: "the quiet zone leaves the box: \(symbol.symbology) needs \(rounded(across)) × "
                    + "\(rounded(height)) millimetres here"
            )
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded(.up) / 100 }
}
