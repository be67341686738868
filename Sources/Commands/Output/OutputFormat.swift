/// The format of the output.
enum OutputFormat: Sendable, Hashable, CaseIterable {
    /// Tables and sentences for people.
    case people
    /// JSON for programs.
    case json
    /// Only identifiers.
    case quiet
}
