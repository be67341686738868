import Localization
import Yams

/// Parses a template's text into a YAML tree of limited size and depth.
enum TemplateDocument {
    static let mostBytes = 65_536
    /// The maximum number of nested brackets, and of columns before the first word of a line: more than people write,
    /// including in texts and comments, and few enough for the parser.
    private static let mostBrackets = 100
    private static let mostIndent = 200
    /// The maximum number of possible aliases in the text.
    private static let mostAliases = 32
    /// The tags of untagged nodes and quoted texts.
    private static let usualTags = [Tag.Name.implicit, .str, .seq, .map].map(\.rawValue)
    /// The maximum depth of the tree; a template has five levels.
    private static let deepest = 8

    /// Returns the root of the only document in `yaml`.
    static func root(of yaml: String) throws(LabelTemplateError) -> Node {
        // A byte order mark indicates the encoding and is not part of the text (YAML 1.2.2, 5.2).
        let yaml = yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
        guard yaml.utf8.count <= mostBytes else {
            throw LabelTemplateError(
                line: 1,
                reason: Message("a template has at most \(mostBytes / 1024, "limit") KiB")
            )
        }
        try refuseDangers(in: yaml)
        let parser: Parser
        let root: Node?
        do {
            parser = try Parser(yaml: yaml, encoding: .utf8)
            root = try parser.singleRoot()
        } catch {
            throw TemplateSyntax.described(error, in: yaml)
        }
        guard let root else { throw LabelTemplateError(line: 1, reason: Message("the template is empty")) }
        // The nodes' anchors exist only while the parser does.
        defer { withExtendedLifetime(parser) {} }
        try check(root, level: 1)
        return root
    }

    static func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    /// Refuses text that would cost the parser far more than its size, judging by characters only.
    ///
    /// Text and YAML syntax cannot be distinguished yet, so the limits are generous.
    private static func refuseDangers(in yaml: String) throws(LabelTemplateError) {
        var line = 1
        var brackets = 0
        var indent = 0
        var isIndent = true
        var previous: Unicode.Scalar = "\n"
        for scalar in yaml.unicodeScalars {
            try refuse(scalar, line: line)
            switch scalar {
            case "[", "{": brackets += 1
            case "]", "}": brackets = max(0, brackets - 1)
            default: break
            }
            if scalar == "\n" || scalar == "\r" {
                isIndent = true
                indent = 0
                // A carriage return and a line feed are one line end, as the parser counts them.
                if !(scalar == "\n" && previous == "\r") { line += 1 }
            } else if isIndent {
                isIndent = scalar == " " || scalar == "-" || scalar == "?" || scalar == ":" || scalar == "\t"
                indent += 1
            }
            guard brackets <= mostBrackets, indent <= mostIndent else {
                throw LabelTemplateError(line: line, reason: Message("nested too deeply"))
            }
            previous = scalar
        }
        try refuseManyAliases(in: yaml)
    }

    /// Refuses too many aliases, because an alias costs as much as its anchor.
    ///
    /// Only names used after both signs are counted.
    private static func refuseManyAliases(in yaml: String) throws(LabelTemplateError) {
        func names(after sigil: Character) -> [Substring] {
            yaml.split(separator: sigil, omittingEmptySubsequences: false).dropFirst().map { rest in
                rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            }
        }
        let anchors = Set(names(after: "&"))
        guard names(after: "*").count(where: anchors.contains) <= mostAliases else {
            throw LabelTemplateError(line: 1, reason: TemplateSyntax.noAliases)
        }
    }

    /// Refuses parsed YAML features that a template does not need.
    private static func check(_ node: Node, level: Int, isKey: Bool = false) throws(LabelTemplateError) {
        // An anchor precedes its aliases, so their multiplied content is never visited.
        guard node.anchor == nil else {
            throw LabelTemplateError(line: line(of: node), reason: TemplateSyntax.noAliases)
        }
        guard level <= deepest else {
            throw LabelTemplateError(line: line(of: node), reason: Message("nested too deeply"))
        }
        let tag: Tag
        switch node {
        case .scalar(let scalar): tag = scalar.tag
        case .sequence(let sequence):
            tag = sequence.tag
            for part in sequence { try check(part, level: level + 1) }
        case .mapping(let mapping):
            tag = mapping.tag
            for (key, value) in mapping {
                try check(key, level: level + 1, isKey: true)
                try check(value, level: level + 1)
            }
        case .alias(let alias): tag = alias.tag
        }
        // The parser itself gives keys other tags.
        guard isKey || usualTags.contains(tag.rawValue) else {
            throw LabelTemplateError(line: line(of: node), reason: TemplateSyntax.noTags)
        }
    }

    /// Refuses characters that YAML does not allow in a file (YAML 1.2.2, 5.1), and line ends that editors do not
    /// count.
    private static func refuse(_ scalar: Unicode.Scalar, line: Int) throws(LabelTemplateError) {
        let message: (_ code: String) -> Message
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            return
        case 0xFEFF: message = { Message("a byte order mark within the text (U+\($0, "code")): take it out") }
        case 0x85, 0x2028, 0x2029: message = { Message("an unusual line end (U+\($0, "code")): take it out") }
        default: message = { Message("a control character (U+\($0, "code")): take it out") }
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        throw LabelTemplateError(line: line, reason: message(code))
    }
}

/// Parses the names of the fields that the template declares.
enum TemplateFields {
    static func read(_ root: TemplateMapping) throws(LabelTemplateError) -> Set<String> {
        guard root.has("fields") else { return [] }
        var names: Set<String> = []
        for node in try root.sequence("fields") {
            guard let name = node.scalar?.string, FieldExpression.isName(name), LabelField(rawValue: name) == nil else {
                throw LabelTemplateError(
                    line: TemplateDocument.line(of: node),
                    reason: Message(
                        "fields names those of your own, in letters and digits: the others are there anyway"
                    )
                )
            }
            names.insert(name)
        }
        return names
    }
}
