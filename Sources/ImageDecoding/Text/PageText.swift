/// The text of one page of a file.
public struct PageText: Sendable, Hashable, Codable {
    /// The source of the words.
    public enum Source: String, Sendable, Hashable, Codable {
        /// Recognised by Tesseract.
        case picture
        /// Contained in the file, and not contradicted by the picture.
        case layer
        /// Both.
        case both
        /// Recognised by Tesseract; the file's own text differed and was left out.
        case pictureAgainstLayer = "picture-against-layer"
    }

    /// Without control characters except line breaks.
    public var text: String
    /// The languages that Tesseract used; empty when it was not run.
    public var languages: [TextLanguage]
    public var source: Source
    /// Why Tesseract did not complete the page.
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
