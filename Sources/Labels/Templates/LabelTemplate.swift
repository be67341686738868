/// A label's layout: its media and what stands where, in millimetres.
public struct LabelTemplate: Sendable, Hashable {
    /// Lower-case letters, digits, dots and hyphens, such as `box-100x50`.
    public let name: String
    public let media: LabelMedia
    public let elements: [LabelElement]

    /// The most elements that one template may hold.
    static let mostElements = 50

    /// Reads and checks a template in YAML; every unknown key and every box that does not fit is refused.
    public init(parsing yaml: String) throws(LabelTemplateError) {
        let root = try TemplateMapping(
            TemplateDocument.root(of: yaml),
            what: "a template",
            keys: ["name", "media", "elements"]
        )
        let name = try root.string("name")
        guard Self.isName(name) else {
            throw root.error(at: "name", "a name holds lower-case letters, digits, dots and hyphens, at most 60")
        }
        self.name = name
        self.media = try Self.media(root)
        self.elements = try Self.elements(root, on: media)
    }

    /// Whether `name` may name a template; it becomes part of a path.
    static func isName(_ name: String) -> Bool {
        guard (1...60).contains(name.utf8.count), name.first != ".", name.first != "-" else { return false }
        return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }

    /// Fields besides the barcode that a label of this template needs.
    public var fields: [String] {
        var names: [String] = []
        for case .text(let text) in elements {
            for name in text.content.fields where name != FieldExpression.barcodeField && !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }

    private static func media(_ root: borrowing TemplateMapping) throws(LabelTemplateError) -> LabelMedia {
        let media = try root.mapping("media", keys: ["width", "height"])
        let width = try media.number("width")
        let height = try media.number("height")
        guard let size = LabelMedia(width: width, height: height) else {
            let sides = LabelMedia.sides
            throw root.error(
                at: "media",
                "a side measures \(Int(sides.lowerBound)) to \(Int(sides.upperBound)) millimetres"
            )
        }
        return size
    }

    private static func elements(
        _ root: borrowing TemplateMapping,
        on media: LabelMedia
    ) throws(LabelTemplateError) -> [LabelElement] {
        let nodes = try root.sequence("elements")
        guard (1...mostElements).contains(nodes.count) else {
            throw root.error(at: "elements", "a template has 1 to \(mostElements) elements")
        }
        var elements: [LabelElement] = []
        for node in nodes {
            let element = try TemplateElement.read(node)
            try TemplateGeometry.check(element, line: TemplateDocument.line(of: node), on: media, before: elements)
            elements.append(element)
        }
        return elements
    }
}
