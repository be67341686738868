import Localization
import Yams

/// Parses one element of a template, before its position on the label is checked.
struct TemplateElement {
    /// The directories for `image` elements.
    let images: ImageShelf
    /// The fields that the template declares, which may have any name.
    let ownFields: Set<String>

    private static let kinds: Set<String> = ["text", "barcode", "line", "frame", "band", "arrow", "image", "ruler"]

    func read(_ node: Node) throws(LabelTemplateError) -> LabelElement {
        let outer = try TemplateMapping(node, what: Message("an element"), keys: Self.kinds)
        let given = Self.kinds.filter { outer.has($0) }
        guard given.count == 1, let kind = given.first else {
            let line = TemplateDocument.line(of: node)
            throw LabelTemplateError(
                line: line,
                reason: Message("an element is one of \(Self.kinds.sorted().joined(separator: ", "), "values")")
            )
        }
        switch kind {
        case "text": return .text(try text(outer))
        case "barcode": return .barcode(try symbol(outer))
        case "line": return .line(try line(outer))
        case "frame": return .frame(try frame(outer))
        case "band": return .band(try band(outer))
        case "arrow": return .arrow(try arrow(outer))
        case "image": return .image(try image(outer))
        default: return .ruler(try ruler(outer))
        }
    }

    func expression(_ element: TemplateMapping) throws(LabelTemplateError) -> FieldExpression {
        let content = try element.string("content")
        let expression: FieldExpression
        do throws(FieldExpression.Malformed) {
            expression = try FieldExpression(parsing: content)
        } catch {
            throw element.error(at: "content", error.reason)
        }
        for name in expression.names where !ownFields.contains(name) {
            guard let meant = LabelField.meant(by: name) else { continue }
            throw element.error(
                at: "content",
                Message(
                    "{{\(name, "field")}} is no field: did you mean {{\(meant.rawValue, "near")}}? A field of your own "
                        + "with "
                        + "this name stands in fields"
                )
            )
        }
        return expression
    }

    func box(_ element: TemplateMapping) throws(LabelTemplateError) -> LabelBox {
        let box = try element.mapping("box", keys: ["x", "y", "width", "height"])
        return LabelBox(
            x: try box.number("x"),
            y: try box.number("y"),
            width: try box.number("width"),
            height: try box.number("height")
        )
    }

    /// Returns the turn; none by default.
    func turn(_ element: TemplateMapping) throws(LabelTemplateError) -> QuarterTurn {
        guard element.has("turn") else { return .none }
        guard let turn = QuarterTurn(rawValue: try element.integer("turn")) else {
            throw element.error(at: "turn", Message("turn is 0, 90, 180 or 270 degrees clockwise"))
        }
        return turn
    }

    /// Returns the colour; black by default.
    func colour(_ element: TemplateMapping) throws(LabelTemplateError) -> LabelColour {
        try element.has("colour") ? colour(element, "colour") : .black
    }

    func colour(_ element: TemplateMapping, _ key: String) throws(LabelTemplateError) -> LabelColour {
        guard let colour = LabelColour(parsing: try element.string(key)) else {
            throw element.error(at: key, Message("\(key, "key") is black, white or in quotes as \"#d7263d\""))
        }
        return colour
    }

    /// Returns the word of `Word` under `key`.
    func word<Word: RawRepresentable & CaseIterable>(
        _ key: String,
        of element: TemplateMapping,
        as type: Word.Type
    ) throws(LabelTemplateError) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try element.string(key)) else {
            let words = MessageArgument.any(Word.allCases.map { .text($0.rawValue) })
            throw element.error(at: key, Message("\(key, "key") is \(words, "values")"))
        }
        return word
    }
}
