import ArgumentParser

/// Handles pairs of options such as `--title` and `--no-title`.
enum ChangeWords {
    /// Refuses both options together.
    static func check(_ isSet: Bool, _ isCleared: Bool, _ field: String) throws {
        if isSet, isCleared { throw ValidationError("say --\(field) or --no-\(field), not both") }
    }

    /// Returns the names of the cleared fields; nil for none, so that the member is omitted.
    static func cleared(_ fields: [(name: String, isCleared: Bool)]) -> [String]? {
        let names = fields.filter(\.isCleared).map(\.name)
        return names.isEmpty ? nil : names
    }
}
