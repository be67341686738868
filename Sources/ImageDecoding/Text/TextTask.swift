/// Which page of a file to read, in which languages, with tables from where.
package struct TextTask: Sendable, Codable, Equatable {
    /// From 1.
    package let page: Int
    /// None: only what the file says itself.
    package let languages: [TextLanguage]
    /// The directory of the tables; nil for the one that Tesseract was built with.
    package let directory: String?
}
