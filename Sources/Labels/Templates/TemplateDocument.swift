import Yams

/// Turns a template's text into a YAML tree of bounded size and depth.
enum TemplateDocument {
    static let mostBytes = 65_536
    /// Brackets in a row, and columns before the first word of a line: more than people write, in texts and remarks
    /// too, and few enough for the parser.
    private static let mostBrackets = 100
    private static let mostIndent = 200
    /// Aliases in the text, before it is known whether they are some.
    private static let mostAliases = 32
    /// What a node has that nobody tagged, or a text in quotes.
    private static let usualTags = [Tag.Name.implicit, .str, .seq, .map].map(\.rawValue)
    /// Levels of the tree; a template has five.
    private static let deepest = 8

    /// The only document in `yaml`.
    static func root(of yaml: String) throws(LabelTemplateError) -> Node {
        // A byte order mark says how the file is written, and is no part of it (YAML 1.2.2, 5.2).
        let yaml = yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
        guard yaml.utf8.count <= mostBytes else {
            throw LabelTemplateError(line: 1, reason: "a template has at most \(mostBytes / 1024) KiB")
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
        guard let root else { throw LabelTemplateError(line: 1, reason: "the template is empty") }
        // Its nodes have anchors only as long as the parser is there.
        defer { withExtendedLifetime(parser) {} }
        try check(root, level: 1)
        return root
    }

    static func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    /// Refuses what would cost the parser far more than its bytes, by characters only: what is text and what is YAML is
    /// not known yet, and so the bounds are wide.
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
                throw LabelTemplateError(line: line, reason: "nested too deeply")
            }
            previous = scalar
        }
        try refuseManyAliases(in: yaml)
    }

    /// An alias costs what its anchor does: only words that could be both are counted.
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

    /// Refuses what the parser understood and a template does not need.
    private static func check(_ node: Node, level: Int, isKey: Bool = false) throws(LabelTemplateError) {
        // The anchor stands before its aliases, so that what they multiply is never walked.
        guard node.anchor == nil else {
            throw LabelTemplateError(line: line(of: node), reason: TemplateSyntax.noAliases)
        }
        guard level <= deepest else { throw LabelTemplateError(line: line(of: node), reason: "nested too deeply") }
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
        // The parser itself gives keys the tags that they would have.
        guard isKey || usualTags.contains(tag.rawValue) else {
            throw LabelTemplateError(line: line(of: node), reason: TemplateSyntax.noTags)
        }
    }

    /// Refuses what YAML does not allow in a file (YAML 1.2.2, 5.1), and line ends that editors do not count.
    private static func refuse(_ scalar: Unicode.Scalar, line: Int) throws(LabelTemplateError) {
        let what: String
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            return
        case 0xFEFF: what = "a byte order mark within the text"
        case 0x85, 0x2028, 0x2029: what = "an unusual line end"
        default: what = "a control character"
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        throw LabelTemplateError(line: line, reason: "\(what) (U+\(code)): take it out")
    }
}
