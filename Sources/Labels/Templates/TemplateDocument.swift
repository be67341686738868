import Yams

/// Turns a template's text into a YAML tree of bounded size and depth.
enum TemplateDocument {
    static let mostBytes = 65_536
    private static let deepestBrackets = 8
    private static let deepestIndent = 64

    /// The only document in `yaml`.
    static func root(of yaml: String) throws(LabelTemplateError) -> Node {
        guard yaml.utf8.count <= mostBytes else {
            throw LabelTemplateError(line: 1, reason: "a template has at most \(mostBytes / 1024) KiB")
        }
        try refuseDangers(in: yaml)
        do {
            guard let root = try Parser(yaml: yaml).singleRoot() else {
                throw LabelTemplateError(line: 1, reason: "the template is empty")
            }
            return root
        } catch let error as LabelTemplateError {
            throw error
        } catch {
            throw described(error)
        }
    }

    static func line(of node: Node) -> Int { node.mark?.line ?? 1 }

    /// Refuses aliases and deep nesting before the parser sees them, as both cost it far more than their bytes.
    ///
    /// It looks at characters only and so refuses a little too much, such as `*x` in a quoted text.
    private static func refuseDangers(in yaml: String) throws(LabelTemplateError) {
        var line = 1
        var brackets = 0
        var indent = 0
        var isIndent = true
        var isAfterWord = false
        var previous: Unicode.Scalar = "\n"
        for scalar in yaml.unicodeScalars {
            let isSigil = previous == "&" || previous == "*"
            if isSigil, !isAfterWord, !scalar.properties.isWhitespace {
                throw LabelTemplateError(line: line, reason: "anchors and aliases (& and *) are not allowed")
            }
            guard isText(scalar) else { throw LabelTemplateError(line: line, reason: "a control character") }
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
            guard brackets <= deepestBrackets, indent <= deepestIndent else {
                throw LabelTemplateError(line: line, reason: "nested too deeply")
            }
            isAfterWord = previous.properties.isAlphabetic || previous.properties.numericType != nil
            previous = scalar
        }
    }

    /// Whether YAML allows it in a file (YAML 1.2.2, 5.1), but for the byte order mark, which has no use in UTF-8.
    private static func isText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
            true
        default: false
        }
    }

    private static func described(_ error: any Error) -> LabelTemplateError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            LabelTemplateError(line: mark.line, reason: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            LabelTemplateError(
                line: context.mark.line,
                reason: "the same key twice: \(duplicates.sorted().joined(separator: ", "))"
            )
        case .reader(let problem, _, _, _): LabelTemplateError(line: 1, reason: problem)
        default: LabelTemplateError(line: 1, reason: "not YAML")
        }
    }
}
