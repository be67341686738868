import Yams

/// Describes YAML errors in a template, with their remedy.
enum TemplateSyntax {
    static let noAliases =
        "anchors and aliases (& and *) are not allowed: put a text that begins with one of these characters in quotes"
    static let noTags = "tags (!) are not allowed: put a text that begins with this character in quotes"

    static func described(_ error: any Error, in yaml: String) -> LabelTemplateError {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let reason = reason(problem, context?.text ?? "", at: mark, in: yaml)
            return LabelTemplateError(line: mark.line, reason: reason)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return LabelTemplateError(
                line: context.mark.line,
                reason: "the same key twice: \(duplicates.sorted().joined(separator: ", "))"
            )
        case .reader(let problem, _, _, _): return LabelTemplateError(line: 1, reason: problem)
        default: return LabelTemplateError(line: 1, reason: "not YAML")
        }
    }

    /// Returns the parser's message, with the likely correction.
    private static func reason(_ problem: String, _ context: String, at mark: Mark, in yaml: String) -> String {
        let context = context.lowercased()
        if context.contains("alias") || context.contains("anchor") || problem.contains("alias") { return noAliases }
        if context.contains("tag") { return noTags }
        let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let line = lines.dropFirst(mark.line - 1).first ?? ""
        if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
            return "a tab at the beginning of the line: indent with spaces"
        }
        if problem.contains("mapping values are not allowed") {
            return "\(problem): put a text with a colon and a space in quotes, and indent keys alike"
        }
        if problem.contains("cannot start any token") {
            return "\(problem): put a text that begins with %, @ or ` in quotes"
        }
        return problem
    }
}
