import Barcodes

extension TemplateElement {
    func symbol(_ outer: TemplateMapping) throws(LabelTemplateError) -> LabelSymbol {
        let symbol = try outer.mapping(
            "barcode",
            keys: ["symbology", "content", "box", "moduleWidth", "quietZone", "turn"]
        )
        let symbology = Symbology(rawValue: try symbol.string("symbology"))
        let field = try symbol.string("content")
        // Anyone with a phone could read a title or a case number in the symbol.
        guard field.hasPrefix("{"), field.hasSuffix("}"),
            let content = LabelSymbol.Content(rawValue: String(field.dropFirst().dropLast()))
        else { throw symbol.error(at: "content", "a barcode holds {barcode} or {checkpoint} and nothing else") }
        guard let rule = LabelSymbol.rule(for: symbology, saying: content) else {
            let words =
                content == .barcode
                ? "symbology is code128, code39, qr or datamatrix" : "a checkpoint fits into qr only"
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
            quietZone: quietZone,
            turn: try turn(symbol)
        )
    }
}
