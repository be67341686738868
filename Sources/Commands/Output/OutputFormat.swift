/// For whom the output is.
enum OutputFormat: Sendable, Hashable, CaseIterable {
    /// Tables and sentences.
    case people
    /// Documents for programs.
    case json
    /// Identifiers alone.
    case quiet
}
