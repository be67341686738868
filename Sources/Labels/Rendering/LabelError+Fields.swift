import Vocabulary

extension LabelError {
    /// Returns the message for an unknown field, with the template's fields and the nearest match.
    static func words(forField name: String, of template: String, known: [String]) -> String {
        let what = "cannot use the field \(name.prefix(40)): the template \(template)"
        guard !known.isEmpty else { return what + " has no fields that can be given" }
        let list = known.joined(separator: ", ")
        guard let near = Spelling.nearest(to: name, among: known).first else { return what + " has only \(list)" }
        return what + " has only \(list); did you mean \(near)?"
    }
}
