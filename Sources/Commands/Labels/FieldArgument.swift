import ArgumentParser

/// A field of a label with its value, written `name=value`.
struct FieldArgument: ExpressibleByArgument, Sendable, Hashable {
    let name: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }

    /// Returns the values by field name.
    ///
    /// If a name occurs more than once, the last value counts.
    static func fields(_ arguments: [FieldArgument]) -> [String: String] {
        Dictionary(arguments.map { ($0.name, $0.value) }) { _, last in last }
    }
}
