internal import CImageLoading
internal import ImageDecoding

/// Tesseract with the tables of some languages; reading a page opens no file any more.
final class TextRecogniser {
    /// What Tesseract saw on a page.
    struct Sight {
        let text: String
        /// How sure it is of that in the mean, of 100.
        let certainty: Int
    }

    /// Those of the languages that were asked for whose tables are there.
    let languages: [TextLanguage]
    private let engine: OpaquePointer

    /// Throws when there is a table of none of the languages.
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

    /// What is to be seen on `page`, scanned with so many dots an inch.
    func text(of page: borrowing GreyImage, dotsPerInch: Int) throws(ImageDecodingError) -> Sight {
        let (width, height) = (Int32(page.width), Int32(page.height))
        guard let found = text_engine_read(engine, page.pixels.baseAddress, width, height, Int32(dotsPerInch)) else {
            throw .damaged("Tesseract gives up on the page")
        }
        defer { text_engine_free(found) }
        let certainty = Int(text_engine_certainty(engine))
        return Sight(text: String(cString: found).pageText(), certainty: certainty)
    }
}

extension String {
    /// Most bytes of the text of a page, which is more than any page has.
    static let longestPageText = 64 << 10

    /// Without control characters but ends of lines, and no longer than the text of a page may be.
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
