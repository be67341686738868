import Localization
import Yams

/// A YAML mapping with known keys, whose values are read by type.
struct TemplateMapping {
    private let values: [String: Node]
    private let what: Message
    private let line: Int

    /// Refuses anything but a mapping with keys from `keys`.
    init(_ node: Node, what: Message, keys: Set<String>) throws(LabelTemplateError) {
        line = TemplateDocument.line(of: node)
        guard case .mapping(let mapping) = node else {
            throw LabelTemplateError(
                line: line,
                reason: Message("\(what, "what") is a mapping of \(Self.list(keys), "keys")")
            )
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            guard case .scalar(let name) = key, keys.contains(name.string) else {
                let name =
                    key.scalar.map { MessageArgument.text(String($0.string.prefix(40))) } ?? .message(Message("a key"))
                throw LabelTemplateError(
                    line: TemplateDocument.line(of: key),
                    reason: Message("unknown key \(name, "name"): \(what, "what") has \(Self.list(keys), "keys")")
                )
            }
            values[name.string] = value
        }
        self.values = values
        self.what = what
    }

    func has(_ key: String) -> Bool { values[key] != nil }

    /// Returns the text under `key`.
    ///
    /// A number or a word that YAML would convert is taken as written.
    func string(_ key: String) throws(LabelTemplateError) -> String {
        guard case .scalar(let scalar) = try node(key), !scalar.string.isEmpty else {
            // A brace or a bracket begins a mapping or a list, and a # a comment.
            throw error(at: key, Message("\(key, "key") is a text: put one that begins with {{, [ or # in quotes"))
        }
        return scalar.string
    }

    func number(_ key: String) throws(LabelTemplateError) -> Double {
        let node = try node(key)
        guard case .scalar(let scalar) = node, scalar.style == .plain, let value = Self.decimal(scalar.string) else {
            throw error(at: key, Message("\(key, "key") is a number"))
        }
        return value
    }

    func integer(_ key: String) throws(LabelTemplateError) -> Int {
        guard case .scalar(let scalar) = try node(key), scalar.style == .plain, let value = Int(scalar.string) else {
            throw error(at: key, Message("\(key, "key") is a whole number"))
        }
        return value
    }

    func mapping(_ key: String, keys: Set<String>) throws(LabelTemplateError) -> TemplateMapping {
        try TemplateMapping(node(key), what: Message(verbatim: key), keys: keys)
    }

    func sequence(_ key: String) throws(LabelTemplateError) -> [Node] {
        guard case .sequence(let sequence) = try node(key) else {
            throw error(at: key, Message("\(key, "key") is a list"))
        }
        return Array(sequence)
    }

    /// Returns an error on the line of `key`'s value, or of the mapping if the key is missing.
    func error(at key: String, _ reason: Message) -> LabelTemplateError {
        LabelTemplateError(line: values[key].map(TemplateDocument.line) ?? line, reason: reason)
    }

    private func node(_ key: String) throws(LabelTemplateError) -> Node {
        guard let node = values[key] else {
            throw LabelTemplateError(line: line, reason: Message("\(what, "what") lacks \(key, "key")"))
        }
        return node
    }

    /// Parses digits with at most one point; no exponents, no infinity, no hexadecimal.
    private static func decimal(_ text: String) -> Double? {
        guard (1...12).contains(text.utf8.count),
            text.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
        else { return nil }
        return Double(text)
    }

    private static func list(_ keys: Set<String>) -> String { keys.sorted().joined(separator: ", ") }
}

/// Describes YAML errors in a template, with their remedy.
enum TemplateSyntax {
    static let noAliases = Message(
        "anchors and aliases (& and *) are not allowed: put a text that begins with one of these characters in quotes"
    )
    static let noTags = Message("tags (!) are not allowed: put a text that begins with this character in quotes")

    static func described(_ error: any Error, in yaml: String) -> LabelTemplateError {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let reason = reason(problem, context?.text ?? "", at: mark, in: yaml)
            return LabelTemplateError(line: mark.line, reason: reason)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return LabelTemplateError(
                line: context.mark.line,
                reason: Message("the same key twice: \(duplicates.sorted().joined(separator: ", "), "key")")
            )
        case .reader(let problem, _, _, _): return LabelTemplateError(line: 1, reason: Message(verbatim: problem))
        default: return LabelTemplateError(line: 1, reason: Message("not YAML"))
        }
    }

    /// Returns the parser's message, with the likely correction.
    private static func reason(_ problem: String, _ context: String, at mark: Mark, in yaml: String) -> Message {
        let context = context.lowercased()
        if context.contains("alias") || context.contains("anchor") || problem.contains("alias") { return noAliases }
        if context.contains("tag") { return noTags }
        let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let line = lines.dropFirst(mark.line - 1).first ?? ""
        if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
            return Message("a tab at the beginning of the line: indent with spaces")
        }
        if problem.contains("mapping values are not allowed") {
            return Message("\(problem, "reason"): put a text with a colon and a space in quotes, and indent keys alike")
        }
        if problem.contains("cannot start any token") {
            return Message("\(problem, "reason"): put a text that begins with %, @ or ` in quotes")
        }
        return Message(verbatim: problem)
    }
}
