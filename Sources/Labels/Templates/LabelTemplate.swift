public import Localization

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
    ///
    /// - Throws: ``LabelTemplateError`` for the first fault, with its line and the correction.
    public init(parsing yaml: String, images directories: [String] = []) throws(LabelTemplateError) {
        let root = try TemplateMapping(
            TemplateDocument.root(of: yaml),
            what: Message("a template"),
            keys: ["name", "media", "sheet", "fields", "elements", "pageElements"]
        )
        let name = try root.string("name")
        guard Self.isName(name) else {
            throw root.error(
                at: "name",
                Message("a name holds lower-case letters, digits, dots and hyphens, at most 60")
            )
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
            guard let sheet else { throw root.error(at: "pageElements", Message("only a sheet has pageElements")) }
            let cells = (0..<sheet.cells).map { cell in
                let corner = sheet.corner(of: cell)
                return LabelBox(x: corner.x, y: corner.y, width: media.width, height: media.height)
            }
            self.pageElements = try Self.elements(root, "pageElements", on: sheet.page, reader, avoiding: cells)
        } else {
            self.pageElements = []
        }
        guard !resolutions.isEmpty else {
            throw root.error(
                at: "elements",
                Message("a barcode has no room for whole dots on any printer: widen its box")
            )
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
        let builtIn = [FieldExpression.barcodeField, FieldExpression.numberField]
        var names: [String] = []
        for expression in (elements + pageElements).flatMap(\.expressions) {
            for name in expression.fields where !builtIn.contains(name) && !names.contains(name) { names.append(name) }
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
            throw root.error(at: key, Message("a template has 1 to \(mostElements, "limit") \(key, "key")"))
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

extension PrintResolution {
    /// The resolutions of common label and office printers, from coarsest to finest.
    static let usual = [.common] + [300, 600, 1_200].compactMap { PrintResolution(across: $0, along: $0) }
}

extension LabelTemplate {
    /// The common resolutions at which every symbol fits, wherever it is on its page.
    ///
    /// Bars are whole dots, so a symbol may be wider on one printer than on another, whichever is finer.
    public var resolutions: [PrintResolution] {
        let page = [LabelPoint(x: 0, y: 0)]
        let corners = sheet.map { sheet in (0..<sheet.cells).map(sheet.corner) } ?? page
        return PrintResolution.usual.filter { resolution in
            elements.allSatisfy { $0.fits(resolution, in: corners) }
                && pageElements.allSatisfy { $0.fits(resolution, in: page) }
        }
    }
}

extension LabelElement {
    fileprivate func fits(_ resolution: PrintResolution, in corners: [LabelPoint]) -> Bool {
        if case .barcode(let symbol) = self { symbol.fits(resolution, in: corners) } else { true }
    }
}

extension LabelSymbol {
    /// Whether the widest symbol for the content fits the box at each of the `corners` of labels.
    func fits(_ resolution: PrintResolution, in corners: [LabelPoint]) -> Bool {
        guard let rule = Self.rule(for: symbology, saying: content) else { return false }
        var grid = DotGrid(LabelTarget(resolution: resolution))
        let fewest = grid.dotsPerModule(atLeast: moduleWidth, along: turn.isSideways)
        let across = (rule.modules + 2 * quietZone) * fewest
        return corners.allSatisfy { corner in
            grid.origin = corner
            let size = grid.inside(box).size(turned: turn)
            return across <= size.width && (rule.leastHeight != nil || across <= size.height)
        }
    }
}

extension LabelTemplate {
    /// A scale of a ruler page along one side, in millimetres.
    public struct Scale: Sendable, Hashable {
        /// The distance from the edge of the page to the zero mark.
        public let zero: Double
        public let length: Double
    }

    /// The first horizontal and vertical scales; nil if this is not a ruler page.
    public var scales: (across: Scale, down: Scale)? {
        var across: Scale?
        var down: Scale?
        for case .ruler(let ruler) in elements {
            let box = ruler.box
            switch ruler.direction {
            case .across: across = across ?? Scale(zero: box.x, length: box.width.rounded(.down))
            case .down: down = down ?? Scale(zero: box.y, length: box.height.rounded(.down))
            }
        }
        guard let across, let down else { return nil }
        return (across, down)
    }
}

/// The reason why a template is refused, with its line.
public struct LabelTemplateError: Error, Sendable, Equatable, MessageConvertible {
    /// The line in the template's text, from 1.
    public let line: Int
    /// The error and its correction.
    public let reason: Message

    public var message: Message { Message("line \(.number(Int64(line)), "line"): \(reason, "reason")") }
}
