/// The text of one page of a file.
public struct PageText: Sendable, Hashable, Codable {
    /// Where the words come from.
    public enum Source: String, Sendable, Hashable, Codable {
        /// Tesseract saw them.
        case picture
        /// The file says them itself, and nothing speaks against it.
        case layer
        /// Both.
        case both
        /// Tesseract saw them; what the file says itself was something else and was left out.
        case pictureAgainstLayer = "picture-against-layer"
    }

    /// Without control characters but ends of lines.
    public var text: String
    /// The languages in which Tesseract looked for words; none when it did not look.
    public var languages: [TextLanguage]
    public var source: Source
    /// What kept Tesseract from looking at the page to the end.
    public var problem: ImageDecodingError?

    public init(
        text: String,
        languages: [TextLanguage],
        source: Source,
        problem: ImageDecodingError? = nil
    ) {
        self.text = text
        self.languages = languages
        self.source = source
        self.problem = problem
    }
}
