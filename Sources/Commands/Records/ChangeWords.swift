import ArgumentParser

/// The rule of pairs such as `--title` and `--no-title`.
enum ChangeWords {
    /// Refuses both at once.
    static func check(_ isSet: Bool, _ isCleared: Bool, _ field: String) throws {
        if isSet, isCleared { throw ValidationError("say --\(field) or --no-\(field), not both") }
    }

    /// The names of those that are cleared; nil for none, so that none are sent.
    static func cleared(_ fields: [(name: String, isCleared: Bool)]) -> [String]? {
        let names = fields.filter(\.isCleared).map(\.name)
        return names.isEmpty ? nil : names
    }
}
