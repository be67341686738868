internal import CImageLoading
internal import ImageDecoding

/// Reads the text of one page in the calling process, which is a child process that ends afterwards.
///
/// The words in the file are the better text if they are the words that the page shows. Text recognised by Tesseract
/// is always included in the result; words that the page does not show are omitted, because a file can contain any.
struct TextReader {
    let task: TextTask
    let limits: ImageLimits
    let dotsPerInch: Int

    /// Calls `lock` once all files are open, and `report` with partial results and finally the complete one.
    func read(
        _ file: UnsafeRawBufferPointer,
        lock: () throws(ImageDecodingError) -> Void,
        report: (DecoderMessage) throws(ImageDecodingError) -> Void
    ) throws(ImageDecodingError) {
        let recogniser =
            task.languages.isEmpty
            ? nil : try TextRecogniser(languages: task.languages, directory: task.directory)
        try lock()
        try report(.progress(.begun(page: task.page, count: nil)))
        let source = try ImageLoader.pages(of: file, limits: limits, dotsPerInch: dotsPerInch)
        for _ in 1..<max(task.page, 1) { try source.skip() }
        guard let page = try source.next() else { throw .damaged("it has no page \(task.page)") }
        let layer = TextLayer(words: source.words(), on: page)
        try report(.text(PageText(text: layer.text, languages: [], source: .layer)))
        if let recogniser {
            let seen = try recogniser.text(of: page, dotsPerInch: dotsPerInch)
            let (text, source) = layer.merged(with: seen)
            try report(.text(PageText(text: text, languages: recogniser.languages, source: source)))
        }
        try report(.end(isComplete: true))
    }
}

/// Tesseract with the tables of some languages; reading a page opens no further files.
final class TextRecogniser {
    /// The result of recognising a page.
    struct Clearance {
        let text: String
        /// The mean certainty, from 0 to 100.
        let certainty: Int
    }

    /// The requested languages whose tables are available.
    let languages: [TextLanguage]
    private let engine: OpaquePointer

    /// Throws when there is no table for any of the languages.
    init(languages: [TextLanguage], directory: String?) throws(ImageDecodingError) {
        guard text_library_load() else { throw .noTextRecognition(package: "libtesseract5") }
        guard let engine = text_engine_open(directory, languages.map(\.text).joined(separator: "+")) else {
            throw .noTextRecognition(package: languages.map(\.package).joined(separator: " "))
        }
        self.engine = engine
        self.languages = languages.filter { text_engine_knows(engine, $0.text) }
        guard !self.languages.isEmpty else {
            throw .noTextRecognition(package: languages.map(\.package).joined(separator: " "))
        }
    }

    deinit { text_engine_close(engine) }

    /// Recognises the text of `page`, which was scanned at `dotsPerInch`.
    func text(of page: borrowing GreyImage, dotsPerInch: Int) throws(ImageDecodingError) -> Clearance {
        let (width, height) = (Int32(page.width), Int32(page.height))
        guard let found = text_engine_read(engine, page.pixels.baseAddress, width, height, Int32(dotsPerInch)) else {
            throw .damaged("Tesseract gives up on the page")
        }
        defer { text_engine_free(found) }
        let certainty = Int(text_engine_certainty(engine))
        return Clearance(text: String(cString: found).pageText(), certainty: certainty)
    }
}

extension String {
    /// Maximum size in bytes of a page's text, more than any page has.
    static let longestPageText = 64 << 10

    /// Removes control characters except line breaks, and truncates to the maximum size.
    func pageText() -> String {
        var text = UnicodeScalarView()
        var count = 0
        for scalar in unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= Self.longestPageText else { break }
            if scalar == "\n" || scalar.properties.generalCategory != .control { text.append(scalar) }
        }
        return String(text)
    }
}
