import Yams

/// Parses the names of the fields that the template declares.
enum TemplateFields {
    static func read(_ root: TemplateMapping) throws(LabelTemplateError) -> Set<String> {
        guard root.has("fields") else { return [] }
        var names: Set<String> = []
        for node in try root.sequence("fields") {
            guard let name = node.scalar?.string, FieldExpression.isName(name), LabelField(rawValue: name) == nil else {
                throw LabelTemplateError(
                    line: TemplateDocument.line(of: node),
                    reason: "fields names those of your own, in letters and digits: the others are there anyway"
                )
            }
            names.insert(name)
        }
        return names
    }
}
