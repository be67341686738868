import Barcodes
import ImageDecoding
import ImageEngine
import Testing

@Suite("The traps of libzbar")
struct LibzbarTrapTests {
    private func decode(_ canvas: Canvas, _ options: DecodingOptions = DecodingOptions()) throws -> [DecodedCode] {
        try ImageDecoder(options: options)
            .decode(grey: canvas.pixels, width: canvas.width, height: canvas.height).codes
    }

    @Test("Half an EAN is not joined with the other half from the next image")
    func halves() throws {
        let canvas = try Canvas(symbology: 13, text: "4006381333931", scale: 2)
        #expect(try decode(canvas).map(\.text) == ["4006381333931"])
        // Each half with the guard bars of the middle: so cut, a scanner that is kept does join them.
        let left = canvas.keeping(0..<canvas.width / 2 + 24)
        let right = canvas.keeping(canvas.width / 2 - 24..<canvas.width)
        for half in [left, right, left] {
            for mode in DecodingMode.allCases { #expect(try decode(half, DecodingOptions(mode: mode)).isEmpty) }
        }
    }

    @Test("A short Interleaved 2 of 5 is read where white stands on both sides, and as the site says")
    func shortInterleaved() throws {
        let canvas = try Canvas(symbology: 3, text: "216736", scale: 2)
        #expect(try decode(canvas, DecodingOptions(mode: .plain)).isEmpty)
        let codes = try decode(canvas)
        #expect(codes.map(\.text) == ["216736"])
        #expect(codes.map(\.engine) == [.zxing])
        let byLibzbar = DecodingOptions(interleavedLengths: [6], usesSecondEngine: false)
        #expect(try decode(canvas, byLibzbar).map(\.text) == ["216736"])
        #expect(try decode(canvas, DecodingOptions(interleavedLengths: [8, 14])).isEmpty)
    }

    @Test("Pieces of a long Interleaved 2 of 5 are no codes, however it lies", arguments: [0, 8, 20, 33, 45, 70])
    func pieces(_ degrees: Double) throws {
        // Low and long, so that rows that run askew leave it through its side.
        let canvas = try Canvas(symbology: 3, text: "00012345678905", scale: 2, options: ["--height=20"])
        for mode in [DecodingMode.fast, .thorough] {
            for options in [DecodingOptions(mode: mode), DecodingOptions(mode: mode, usesSecondEngine: false)] {
                let codes = try decode(canvas.tilted(degrees: degrees), options)
                #expect(codes.allSatisfy { $0.text == "00012345678905" }, "\(mode): \(codes.map(\.text))")
            }
        }
    }

    @Test("Rows askew through a long Interleaved 2 of 5 do not make a short one", arguments: [12.0, 15, 18])
    func askew(_ degrees: Double) throws {
        let canvas = try Canvas(symbology: 3, text: "2167361334", scale: 2, options: ["--height=30"])
        let codes = try decode(canvas.tilted(degrees: degrees).noised(15, seed: 6))
        #expect(codes.map(\.text) == ["2167361334"])
    }

    @Test("A piece cut out of an Interleaved 2 of 5 is not believed")
    func cut() throws {
        let canvas = try Canvas(symbology: 3, text: "2167361334", scale: 2)
        for share in [0.5, 0.6, 0.7, 0.8] {
            let piece = canvas.cropped(to: 0..<Int(Double(canvas.width) * share))
            for mode in DecodingMode.allCases { #expect(try decode(piece, DecodingOptions(mode: mode)).isEmpty) }
        }
    }

    @Test("An EAN with an add-on is the EAN alone, a book's code the printed EAN-13")
    func addOnAndBook() throws {
        let magazine = try decode(Canvas(symbology: 13, text: "9771234567003+12", scale: 2))
        #expect(magazine.map(\.text) == ["9771234567003"])
        let book = try decode(Canvas(symbology: 13, text: "9780306406157", scale: 2))
        #expect(book.map(\.text) == ["9780306406157"])
        #expect((magazine + book).map(\.symbology) == [.ean13, .ean13])
    }

    @Test("Letters beyond ASCII in Code 128 come back as printed", arguments: 0..<4)
    func function4(_ quarters: Int) throws {
        var canvas = try Canvas(symbology: 20, text: "Müller ÄÖÜ 7", scale: 2)
        for _ in 0..<quarters { canvas = canvas.turned() }
        let codes = try decode(canvas)
        #expect(codes.map(\.text) == ["Müller ÄÖÜ 7"])
        #expect(codes.map(\.bytes) == ["Müller ÄÖÜ 7".unicodeScalars.map { UInt8($0.value) }])
        // Alone, libzbar shows what the trap is.
        #expect(try decode(canvas, DecodingOptions(usesSecondEngine: false)).map(\.text) == ["M|ller DV\\ 7"])
    }

    @Test("QR bytes are UTF-8 where they can be, else of the site's character set, and stay as they are")
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
        // Half-width katakana, which libzbar takes for Big5.
        let japanese = try Canvas(symbology: 58, text: #"\xC3\xDE\xBB\xDE\xB2\xDD"#, scale: 4, options: options)
        let site = DecodingOptions(characterSet: "SHIFT_JIS")
        #expect(try decode(japanese, site).map(\.text) == ["ﾃﾞｻﾞｲﾝ"])
        #expect(try decode(japanese).map(\.bytes) == [[0xC3, 0xDE, 0xBB, 0xDE, 0xB2, 0xDD]])
        // Shift-JIS is the other character set of the standard: taken where ISO 8859-1 would make no words.
        #expect(try decode(japanese, DecodingOptions(characterSet: "no such set")).map(\.text) == ["ﾃﾞｻﾞｲﾝ"])
        let full = try Canvas(symbology: 58, text: #"\x83\x82\x83o\x83C\x83\x8B"#, scale: 4, options: options)
        #expect(try decode(full).map(\.text) == ["モバイル"])
        let signs = try Canvas(symbology: 58, text: #"\xABF\xC4\xD6\xDC\xBB 4\xB2"#, scale: 4, options: options)
        #expect(try decode(signs, DecodingOptions(characterSet: "ISO-8859-1")).map(\.text) == ["«FÄÖÜ» 4²"])
        let words = try Canvas(symbology: 58, text: #"M\xC4DCHEN \xBB4\xB2\xAB"#, scale: 4, options: options)
        #expect(try decode(words).map(\.text) == ["MÄDCHEN »4²«"])
    }

    @Test("Code 39 with shifted letters is full ASCII, a leading plus alone is not")
    func fullASCII() throws {
        let canvas = try Canvas(symbology: 9, text: "Aa-1234", scale: 2)
        let codes = try decode(canvas)
        #expect(codes.map(\.text) == ["Aa-1234"])
        #expect(codes.map(\.bytes) == [Array("A+A-1234".utf8)])
        #expect(codes.map { $0.aim?.description } == ["]A4"])
        #expect(try decode(canvas, DecodingOptions(expandsCode39: false)).map(\.text) == ["A+A-1234"])
        let health = try decode(Canvas(symbology: 8, text: "+A123BJC5D6E7", scale: 2))
        #expect(health.map(\.text) == ["+A123BJC5D6E7"])
    }

    @Test("Two labels of one text, far apart, do not end the second engine")
    func twins() throws {
        // Only the second engine reads six digits of Interleaved 2 of 5.
        let label = try Canvas(symbology: 3, text: "070429", scale: 2)
        var page = Canvas(width: 700, height: 900)
        page.paste(label, x: 40, y: 60)
        page.paste(label, x: 300, y: 700)
        page.paste(label.turned(), x: 400, y: 200)
        for mode in [DecodingMode.fast, .thorough] {
            #expect(try decode(page, DecodingOptions(mode: mode)).map(\.text) == ["070429"])
        }
    }
}
