/// Which page of a file to read, in which languages.
struct TextTask: Sendable, Codable, Equatable {
    /// From 1.
    let page: Int
    let languages: [TextLanguage]
}
