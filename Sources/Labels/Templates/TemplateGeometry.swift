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
        for other in before where overlap(element, other) {
            switch (element, other) {
            case (.barcode, _), (_, .barcode):
                throw LabelTemplateError(
                    line: line,
                    reason: "the box overlaps a barcode or its quiet zone: keep other boxes out of the barcode's box"
                )
            default: continue
            }
        }
    }

    /// Refuses an element of the page that stands on one of its labels.
    static func check(_ element: LabelElement, line: Int, avoids cells: [LabelBox]) throws(LabelTemplateError) {
        for box in element.inked where cells.contains(where: { $0.overlaps(box) }) {
            throw LabelTemplateError(line: line, reason: "the box overlaps a label: pageElements stand beside them")
        }
    }

    private static func overlap(_ one: LabelElement, _ other: LabelElement) -> Bool {
        one.inked.contains { box in other.inked.contains { $0.overlaps(box) } }
    }

    private static func check(_ symbol: LabelSymbol, line: Int) throws(LabelTemplateError) {
        guard let rule = LabelSymbol.rule(for: symbol.symbology, saying: symbol.content) else { return }
        let across = Double(rule.modules + 2 * symbol.quietZone) * symbol.moduleWidth
        let height = rule.leastHeight ?? across
        let box = symbol.box
        let room = symbol.turn.isSideways ? (box.height, box.width) : (box.width, box.height)
        guard across <= room.0, height <= room.1 else {
            throw LabelTemplateError(
                line: line,
                reason: "the quiet zone leaves the box: \(symbol.symbology) needs \(rounded(across)) × "
                    + "\(rounded(height)) millimetres here"
            )
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded(.up) / 100 }
}
