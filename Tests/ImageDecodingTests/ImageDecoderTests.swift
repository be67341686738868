import Barcodes
import ImageDecoding
import Testing

@Suite("Images decoded in process")
struct ImageDecoderTests {
    private func decode(_ canvas: Canvas, _ limits: ImageLimits = ImageLimits()) throws -> [DecodedCode] {
        try ImageDecoder(limits: limits)
            .decode(grey: canvas.pixels, width: canvas.width, height: canvas.height).codes
    }

    @Test("Several codes on a page are all reported, each where it stands")
    func page() throws {
        let box = try Canvas(symbology: 20, text: "BX0000000427", scale: 2)
        let folder = try Canvas(symbology: 8, text: "FD-12", scale: 2).turned()
        let link = try Canvas(symbology: 58, text: "https://example.org", scale: 4)
        var page = Canvas(width: 1200, height: 1400)
        page.paste(box, x: 100, y: 50)
        page.paste(folder, x: 900, y: 300)
        page.paste(link, x: 200, y: 800)
        let codes = try decode(page)
        #expect(Set(codes.map(\.text)) == ["BX0000000427", "FD-12", "https://example.org"])
        for (text, symbol, x, y) in [
            ("BX0000000427", box, 100, 50), ("FD-12", folder, 900, 300), ("https://example.org", link, 200, 800),
        ] {
            let polygon = try #require(codes.first { $0.text == text }?.polygon)
            #expect(polygon.count >= 3)
            #expect(polygon.allSatisfy { (x...x + symbol.width).contains($0.x) })
            #expect(polygon.allSatisfy { (y...y + symbol.height).contains($0.y) })
            let across = try #require(polygon.map(\.x).max()) - #require(polygon.map(\.x).min())
            #expect(across > symbol.width / 2)
        }
    }

    @Test("All four right angles are read", arguments: 0..<4)
    func turned(_ quarters: Int) throws {
        var canvas = try Canvas(symbology: 20, text: "LC0000000018", scale: 2)
        for _ in 0..<quarters { canvas = canvas.turned() }
        #expect(try decode(canvas).map(\.text) == ["LC0000000018"])
    }

    @Test("An image without a code is an answer, not an error")
    func nothing() throws {
        let image = try ImageDecoder().decode(Canvas(width: 300, height: 200).png())
        #expect(image == DecodedImage(width: 300, height: 200, codes: []))
    }

    @Test("Half an EAN is not joined with the other half from the next image")
    func halves() throws {
        let canvas = try Canvas(symbology: 13, text: "4006381333931", scale: 2)
        #expect(try decode(canvas).map(\.text) == ["4006381333931"])
        // Each half with the guard bars of the middle: so cut, a scanner that is kept does join them.
        let left = canvas.keeping(0..<canvas.width / 2 + 24)
        let right = canvas.keeping(canvas.width / 2 - 24..<canvas.width)
        for half in [left, right, left] { #expect(try decode(half).isEmpty) }
    }

    @Test("A short Interleaved 2 of 5 is taken for a piece unless the limit says otherwise")
    func shortInterleaved() throws {
        let canvas = try Canvas(symbology: 3, text: "216736", scale: 2)
        #expect(try decode(canvas).isEmpty)
        var limits = ImageLimits()
        limits.shortestInterleaved = 6
        #expect(try decode(canvas, limits).map(\.text) == ["216736"])
    }

    @Test("An EAN with an add-on is the EAN alone, a book's code the printed EAN-13")
    func addOnAndBook() throws {
        let magazine = try decode(Canvas(symbology: 13, text: "9771234567003+12", scale: 2))
        #expect(magazine.map(\.text) == ["9771234567003"])
        let book = try decode(Canvas(symbology: 13, text: "9780306406157", scale: 2))
        #expect(book.map(\.text) == ["9780306406157"])
        #expect((magazine + book).map(\.symbology) == [.ean13, .ean13])
    }

    @Test("QR text is UTF-8 where it can be and ISO 8859-1 where not, and the bytes stay")
    func characterSets() throws {
        let unicode = try decode(Canvas(symbology: 58, text: "Akte Müller 档案", scale: 4))
        #expect(unicode.map(\.text) == ["Akte Müller 档案"])
        let options = ["--binary", "--esc"]
        let latin = try decode(Canvas(symbology: 58, text: #"M\xFCller"#, scale: 4, options: options))
        #expect(latin.map(\.text) == ["Müller"])
        #expect(latin.map(\.bytes) == [[0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]])
        let marked = try decode(Canvas(symbology: 58, text: #"\xEF\xBB\xBFBox"#, scale: 4, options: options))
        #expect(marked.map(\.text) == ["Box"])
        #expect(marked.map(\.bytes.count) == [6])
    }

    @Test("Pixels that are not width times height are refused")
    func pixelCount() {
        #expect(throws: ImageDecodingError.wrongPixelCount(width: 10, height: 10, count: 99)) {
            try ImageDecoder().decode(grey: [UInt8](repeating: 0, count: 99), width: 10, height: 10)
        }
        #expect(throws: ImageDecodingError.tooManyPixels(width: .max, height: 2, limit: 100_000_000)) {
            try ImageDecoder().decode(grey: [], width: .max, height: 2)
        }
        #expect(throws: ImageDecodingError.self) { try ImageDecoder().decode(grey: [], width: 0, height: 5) }
        #expect(throws: ImageDecodingError.self) { try ImageDecoder().decode(grey: [1], width: -1, height: -1) }
    }
}
