internal import CImageLoading

/// Tesseract with the tables of some languages; reading a page opens no file any more.
final class TextRecogniser {
    /// Most bytes of the text of a page, which is more than any page has.
    static let longestText = 64 << 10

    private let engine: OpaquePointer

    init(languages: [TextLanguage]) throws(ImageDecodingError) {
        guard text_library_load() else { throw .noTextRecognition(package: "libtesseract5") }
        guard let engine = text_engine_open(languages.map(\.text).joined(separator: "+")) else {
            throw .noTextRecognition(package: languages.map(\.package).joined(separator: " "))
        }
        self.engine = engine
        for language in languages where !text_engine_knows(engine, language.text) {
            throw .noTextRecognition(package: language.package)
        }
    }

    deinit { text_engine_close(engine) }

    /// The text of `page`, scanned with so many dots an inch, without control characters but ends of lines.
    func text(of page: borrowing GreyImage, dotsPerInch: Int) throws(ImageDecodingError) -> String {
        let (width, height) = (Int32(page.width), Int32(page.height))
        guard let found = text_engine_read(engine, page.pixels.baseAddress, width, height, Int32(dotsPerInch)) else {
            throw .damaged("Tesseract gives up on the page")
        }
        defer { text_engine_free(found) }
        var text = String.UnicodeScalarView()
        var count = 0
        for scalar in String(cString: found).unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= Self.longestText else { break }
            if scalar == "\n" || scalar.properties.generalCategory != .control { text.append(scalar) }
        }
        return String(text)
    }
}
