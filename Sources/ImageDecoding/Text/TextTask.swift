/// The page of a file to read, the languages, and the location of their tables.
package struct TextTask: Sendable, Codable, Equatable {
    /// Counted from 1.
    package let page: Int
    /// Empty to return only the file's own text.
    package let languages: [TextLanguage]
    /// The directory of the tables; nil for Tesseract's built-in directory.
    package let directory: String?
}
