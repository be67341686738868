import Barcodes
import Yams

/// Reads one element of a template, before its place on the label is checked.
enum TemplateElement {
    private static let boxKeys: Set<String> = ["x", "y", "width", "height"]
    private static let sizes = 4.0...200.0

    static func read(_ node: Node) throws(LabelTemplateError) -> LabelElement {
        let outer = try TemplateMapping(node, what: "an element", keys: ["text", "barcode"])
        switch (outer.has("text"), outer.has("barcode")) {
        case (true, false): return .text(try text(outer))
        case (false, true): return .barcode(try symbol(outer))
        default: throw outer.error(at: "barcode", "an element is either text or barcode")
        }
    }

    private static func text(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelText {
        let text = try outer.mapping(
            "text",
            keys: ["content", "font", "size", "minimumSize", "box", "align", "maximumLines"]
        )
        let size = try text.number("size")
        guard sizes.contains(size) else { throw text.error(at: "size", "size is 4 to 200 points") }
        let minimumSize = try text.number("minimumSize")
        guard (sizes.lowerBound...size).contains(minimumSize) else {
            throw text.error(at: "minimumSize", "minimumSize is 4 points to size")
        }
        guard let alignment = LabelText.Alignment(rawValue: try text.string("align")) else {
            throw text.error(at: "align", "align is start, center or end")
        }
        let maximumLines = try text.integer("maximumLines")
        guard (1...20).contains(maximumLines) else {
            throw text.error(at: "maximumLines", "maximumLines is 1 to 20")
        }
        return LabelText(
            content: try expression(text),
            font: try font(text),
            size: size,
            minimumSize: minimumSize,
            box: try box(text),
            alignment: alignment,
            maximumLines: maximumLines
        )
    }

    private static func symbol(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelSymbol {
        let symbol = try outer.mapping("barcode", keys: ["symbology", "content", "box", "moduleWidth", "quietZone"])
        let symbology = Symbology(rawValue: try symbol.string("symbology"))
        let field = try symbol.string("content")
        guard field.hasPrefix("{"), field.hasSuffix("}"),
            let content = LabelSymbol.Content(rawValue: String(field.dropFirst().dropLast()))
        else { throw symbol.error(at: "content", "a barcode holds {barcode} or {checkpoint} and nothing else") }
        guard let rule = LabelSymbol.rule(for: symbology, saying: content) else {
            let words = content == .barcode ? "symbology is code128 or qr" : "a checkpoint fits into qr only"
            throw symbol.error(at: "symbology", words)
        }
        let moduleWidth = try symbol.number("moduleWidth")
        guard (0.16...5).contains(moduleWidth) else {
            throw symbol.error(at: "moduleWidth", "moduleWidth is 0.16 to 5 millimetres")
        }
        let quietZone = try symbol.integer("quietZone")
        guard (rule.leastQuietZone...100).contains(quietZone) else {
            throw symbol.error(
                at: "quietZone",
                "the quiet zone of \(symbology) is at least \(rule.leastQuietZone) modules"
            )
        }
        return LabelSymbol(
            content: content,
            symbology: symbology,
            box: try box(symbol),
            moduleWidth: moduleWidth,
            quietZone: quietZone
        )
    }

    private static func expression(_ text: TemplateMapping) throws(LabelTemplateError) -> FieldExpression {
        let content = try text.string("content")
        do throws(FieldExpression.Malformed) {
            return try FieldExpression(parsing: content)
        } catch {
            throw text.error(at: "content", error.reason)
        }
    }

    private static func font(_ text: TemplateMapping) throws(LabelTemplateError) -> String {
        let font = try text.string("font")
        // Digits could be a size and a comma starts a list: both would work against the keys beside it.
        guard font.utf8.count <= 60, font.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == " " || $0 == "-") }) else {
            throw text.error(at: "font", "font is a family and a style in letters, such as Sans Bold")
        }
        return font
    }

    private static func box(_ element: TemplateMapping) throws(LabelTemplateError) -> LabelBox {
        let box = try element.mapping("box", keys: boxKeys)
        return LabelBox(
            x: try box.number("x"),
            y: try box.number("y"),
            width: try box.number("width"),
            height: try box.number("height")
        )
    }
}
