/// The layout of a label: its media and elements, in millimetres.
public struct LabelTemplate: Sendable, Hashable {
    /// Lower-case letters, digits, dots and hyphens, such as `box-100x50`.
    public let name: String
    /// The size of one label.
    public let media: LabelMedia
    /// The arrangement of labels that share a page; nil if each is a page.
    public let sheet: LabelSheet?
    public let elements: [LabelElement]
    /// The elements that appear once on each page of a sheet, in millimetres of the page.
    public let pageElements: [LabelElement]

    /// The maximum number of elements on the label, and on the page.
    static let mostElements = 100

    /// Parses and checks a template in YAML.
    ///
    /// Unknown keys and boxes that do not fit are refused. Files of `image` elements are searched in `directories`; the
    /// first that contains the file counts.
    public init(parsing yaml: String, images directories: [String] = []) throws(LabelTemplateError) {
        let root = try TemplateMapping(
            TemplateDocument.root(of: yaml),
            what: "a template",
            keys: ["name", "media", "sheet", "fields", "elements", "pageElements"]
        )
        let name = try root.string("name")
        guard Self.isName(name) else {
            throw root.error(at: "name", "a name holds lower-case letters, digits, dots and hyphens, at most 60")
        }
        let media = try TemplateMedia.read(root, "media")
        let sheet = try TemplateSheet.read(root, of: media)
        let images = ImageShelf(directories: directories)
        let reader = TemplateElement(images: images, ownFields: try TemplateFields.read(root))
        self.name = name
        self.media = media
        self.sheet = sheet
        self.elements = try Self.elements(root, "elements", on: media, reader, avoiding: [])
        if root.has("pageElements") {
            guard let sheet else { throw root.error(at: "pageElements", "only a sheet has pageElements") }
            let cells = (0..<sheet.cells).map { cell in
                let corner = sheet.corner(of: cell)
                return LabelBox(x: corner.x, y: corner.y, width: media.width, height: media.height)
            }
            self.pageElements = try Self.elements(
                root,
                "pageElements",
                on: sheet.page,
                reader,
                avoiding: cells
            )
        } else {
            self.pageElements = []
        }
        guard !resolutions.isEmpty else {
            throw root.error(at: "elements", "a barcode has no room for whole dots on any printer: widen its box")
        }
    }

    /// The required media: the sheet, or the label itself.
    public var page: LabelMedia { sheet?.page ?? media }

    public var labelsPerPage: Int { sheet?.cells ?? 1 }

    /// Whether `name` is a valid template name.
    ///
    /// It becomes part of a path.
    public static func isName(_ name: String) -> Bool {
        guard (1...60).contains(name.utf8.count), name.first != ".", name.first != "-" else { return false }
        return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    }

    /// The fields that a label of this template requires, apart from those of every barcode.
    public var fields: [String] {
        let standing = [FieldExpression.barcodeField, FieldExpression.numberField]
        var names: [String] = []
        for expression in (elements + pageElements).flatMap(\.expressions) {
            for name in expression.fields where !standing.contains(name) && !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }

    /// All fields, required or optional, in order, without the barcode, which is the entity's own.
    public var fillableFields: [String] {
        var names: [String] = []
        for name in (elements + pageElements).flatMap(\.expressions).flatMap(\.names)
        where name != FieldExpression.barcodeField && !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// Throws ``LabelError/unknownField(_:of:known:)`` for the first of `names` that the template does not contain,
    /// because its value would be lost.
    public func check(fields names: some Sequence<String>) throws(LabelError) {
        let known = fillableFields
        for name in names.sorted() where !known.contains(name) {
            throw .unknownField(name, of: self.name, known: known)
        }
    }

    /// Whether the template contains a field, required or optional.
    public func mentions(_ field: String) -> Bool {
        (elements + pageElements).flatMap(\.expressions).contains { $0.mentions(field) }
    }

    private static func elements(
        _ root: TemplateMapping,
        _ key: String,
        on media: LabelMedia,
        _ reader: TemplateElement,
        avoiding cells: [LabelBox]
    ) throws(LabelTemplateError) -> [LabelElement] {
        let nodes = try root.sequence(key)
        guard (1...mostElements).contains(nodes.count) else {
            throw root.error(at: key, "a template has 1 to \(mostElements) \(key)")
        }
        var elements: [LabelElement] = []
        for node in nodes {
            let line = TemplateDocument.line(of: node)
            let element = try reader.read(node)
            try TemplateGeometry.check(element, line: line, on: media, before: elements)
            try TemplateGeometry.check(element, line: line, avoids: cells)
            elements.append(element)
        }
        return elements
    }
}
