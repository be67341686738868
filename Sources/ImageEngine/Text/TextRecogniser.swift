internal import CImageLoading
internal import ImageDecoding

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
