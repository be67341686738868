import Barcodes
import Localization

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
        guard Self.sizes.contains(size) else { throw text.error(at: "size", Message("size is 4 to 400 points")) }
        let minimumSize = try text.number("minimumSize")
        guard (Self.sizes.lowerBound...size).contains(minimumSize) else {
            throw text.error(at: "minimumSize", Message("minimumSize is 4 points to size"))
        }
        let maximumLines = try text.integer("maximumLines")
        guard (1...60).contains(maximumLines) else {
            throw text.error(at: "maximumLines", Message("maximumLines is 1 to 60"))
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
            throw text.error(at: "font", Message("font is a family and a style in letters, such as Sans Bold"))
        }
        if let problem = InstalledFonts.here.problem(with: font) { throw text.error(at: "font", problem) }
        return font
    }
}

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
        else {
            throw symbol.error(at: "content", Message("a barcode holds {{barcode}} or {{checkpoint}} and nothing else"))
        }
        guard let rule = LabelSymbol.rule(for: symbology, saying: content) else {
            let words =
                content == .barcode
                ? Message("symbology is code128, code39, qr or datamatrix")
                : Message("a checkpoint fits into qr only")
            throw symbol.error(at: "symbology", words)
        }
        let moduleWidth = try symbol.number("moduleWidth")
        guard (0.16...5).contains(moduleWidth) else {
            throw symbol.error(at: "moduleWidth", Message("moduleWidth is 0.16 to 5 millimetres"))
        }
        let quietZone = try symbol.integer("quietZone")
        guard (rule.leastQuietZone...100).contains(quietZone) else {
            throw symbol.error(
                at: "quietZone",
                Message(
                    "the quiet zone of \(symbology, "symbology") is at least \(rule.leastQuietZone, "least") modules"
                )
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

/// Decodes the bytes of a template's file: UTF-8, or UTF-16 with a byte order mark (YAML 1.2.2, 5.2).
enum TemplateText {
    static func of(_ bytes: [UInt8]) throws(LabelTemplateError) -> String {
        guard bytes.count <= TemplateDocument.mostBytes else {
            throw LabelTemplateError(
                line: 1,
                reason: Message("a template has at most \(TemplateDocument.mostBytes / 1024, "limit") KiB")
            )
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), isLittleEndian: false) }
        if !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) { return text }
        if bytes.contains(0) {
            throw LabelTemplateError(
                line: 1,
                reason: Message("the file is no text, or UTF-16 without a byte order mark: save it as UTF-8")
            )
        }
        let place = firstBroken(in: bytes)
        let digits = String(bytes[place], radix: 16, uppercase: true)
        throw LabelTemplateError(
            line: 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") },
            reason: Message(
                "the byte \(digits, "byte") is not UTF-8: the file may be Latin-1 or of Windows; save it as UTF-8"
            )
        )
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) throws(LabelTemplateError) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
            throw LabelTemplateError(line: 1, reason: Message("the file is broken UTF-16: save it as UTF-8"))
        }
        return text
    }

    /// Returns the index of the first byte that is not valid UTF-8.
    private static func firstBroken(in bytes: [UInt8]) -> Int {
        var decoder = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var place = 0
        while case .valid(let character) = decoder.parseScalar(from: &rest) { place += character.count }
        return min(place, bytes.count - 1)
    }
}
