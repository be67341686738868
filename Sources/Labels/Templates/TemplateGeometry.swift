import Localization

/// Checks that an element fits on the label and does not overlap barcodes.
enum TemplateGeometry {
    /// Refuses `element` if it is off the media, too small, or in conflict with an element `before` it.
    static func check(
        _ element: LabelElement,
        line: Int,
        on media: LabelMedia,
        before: [LabelElement]
    ) throws(LabelTemplateError) {
        let box = element.box
        guard box.width > 0, box.height > 0 else {
            throw LabelTemplateError(line: line, reason: Message("the box has no size"))
        }
        guard box.isInside(media) else {
            throw LabelTemplateError(
                line: line,
                reason: Message(
                    "the box leaves the label of \(media.width, "width") × \(media.height, "height") millimetres"
                )
            )
        }
        if case .barcode(let symbol) = element { try check(symbol, line: line) }
        for other in before where overlap(element, other) {
            switch (element, other) {
            case (.barcode, _), (_, .barcode):
                throw LabelTemplateError(
                    line: line,
                    reason: Message(
                        "the box overlaps a barcode or its quiet zone: keep other boxes out of the barcode's box"
                    )
                )
            case (.frame(let frame), .text) where frame.fill != nil:
                throw LabelTemplateError(
                    line: line,
                    reason: Message("the fill covers a text before it: put the frame first")
                )
            case (.band, .text):
                throw LabelTemplateError(line: line, reason: Message("the band covers a text before it: move it away"))
            default: continue
            }
        }
        if case .text(let text) = element { try check(text, line: line, on: ground(of: text, before)) }
    }

    /// The minimum contrast of text to its background (W3C WCAG 2.2, 1.4.3).
    private static let leastContrast = 4.5

    /// Returns the background colours of a text: the last fill, and the paper if the fill does not cover it all.
    private static func ground(of text: LabelText, _ before: [LabelElement]) -> [LabelColour] {
        var colours: [LabelColour] = []
        for case .frame(let frame) in before.reversed() {
            guard let fill = frame.fill, frame.box.overlaps(text.box) else { continue }
            colours.append(fill)
            if text.box.isInside(frame.box) { return colours }
        }
        return colours + [.white]
    }

    private static func check(_ text: LabelText, line: Int, on ground: [LabelColour]) throws(LabelTemplateError) {
        guard ground.allSatisfy({ text.colour.contrast(with: $0) >= leastContrast }) else {
            throw LabelTemplateError(
                line: line,
                reason: Message(
                    "the colour of the text is too near to what it stands on: black on light, or white on dark"
                )
            )
        }
    }

    /// Refuses an element of the page that overlaps a label.
    static func check(_ element: LabelElement, line: Int, avoids cells: [LabelBox]) throws(LabelTemplateError) {
        for box in element.inked where cells.contains(where: { $0.overlaps(box) }) {
            throw LabelTemplateError(
                line: line,
                reason: Message("the box overlaps a label: pageElements stand beside them")
            )
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
                reason: Message(
                    "the quiet zone leaves the box: \(symbol.symbology, "symbology") needs \(rounded(across), "width") "
                        + "× "
                        + "\(rounded(height), "height") millimetres here"
                )
            )
        }
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded(.up) / 100 }
}
