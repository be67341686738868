/// Which page of a file to read, in which languages, with tables from where.
struct TextTask: Sendable, Codable, Equatable {
    /// From 1.
    let page: Int
    /// None: only what the file says itself.
    let languages: [TextLanguage]
    /// The directory of the tables; nil for the one that Tesseract was built with.
    let directory: String?
}
