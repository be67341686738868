extension TemplateElement {
    private static let sizes = 4.0...400.0

    func text(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelText {
        let text = try outer.mapping(
            "text",
            keys: [
                "content", "font", "size", "minimumSize", "box", "align", "maximumLines", "ellipsis", "turn", "colour",
            ]
        )
        let size = try text.number("size")
        guard Self.sizes.contains(size) else { throw text.error(at: "size", "size is 4 to 400 points") }
        let minimumSize = try text.number("minimumSize")
        guard (Self.sizes.lowerBound...size).contains(minimumSize) else {
            throw text.error(at: "minimumSize", "minimumSize is 4 points to size")
        }
        let maximumLines = try text.integer("maximumLines")
        guard (1...60).contains(maximumLines) else {
            throw text.error(at: "maximumLines", "maximumLines is 1 to 60")
        }
        let content = try expression(text)
        return LabelText(
            content: content,
            font: try font(text),
            size: size,
            minimumSize: minimumSize,
            box: try box(text),
            alignment: try word("align", of: text, as: LabelText.Alignment.self),
            maximumLines: maximumLines,
            ellipsis: try text.has("ellipsis")
                ? word("ellipsis", of: text, as: LabelText.Ellipsis.self) : .usual(of: content),
            turn: try turn(text),
            colour: try colour(text)
        )
    }

    private func font(_ text: TemplateMapping) throws(LabelTemplateError) -> String {
        let font = try text.string("font")
        // Digits could be a size, and a comma begins a list of families: both would conflict with the other keys.
        guard font.utf8.count <= 60, font.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == " " || $0 == "-") }) else {
            throw text.error(at: "font", "font is a family and a style in letters, such as Sans Bold")
        }
        if let problem = InstalledFonts.here.problem(with: font) { throw text.error(at: "font", problem) }
        return font
    }
}
