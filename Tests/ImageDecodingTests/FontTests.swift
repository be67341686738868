import Foundation
import ImageDecoding
import TestSupport
import Testing

@Suite("Text of a PDF whose fonts are not in it is drawn, seen and said")
struct FontTests {
    private let decoder: DecoderProcess
    private let english: [TextLanguage]

    init() throws {
        decoder = DecoderProcess(
            executable: try BuiltProduct.path(of: "outguide-decoder"),
            limits: ImageLimits(processorSeconds: 60, pageSeconds: 60),
            timeLimit: .seconds(300)
        )
        english = [try #require(TextLanguage("eng"))]
    }

    @Test("Each of the fourteen standard fonts is drawn", arguments: WrittenPDF.standardFonts)
    func drawn(_ name: String) async throws {
        let isLetters = !["Symbol", "ZapfDingbats"].contains(name)
        let encoding = isLetters ? "WinAnsiEncoding" : nil
        let file = WrittenPDF.page(font: name, "BT /F 30 Tf 60 600 Td (Lease) Tj ET", encoding: encoding)
        // Words where the page shows nothing are left out: what is said here was drawn.
        let layer = try await decoder.text(of: file, page: 1, languages: [])
        #expect(layer.text.filter { !$0.isWhitespace }.count == 5, "\(layer)")
        guard isLetters else { return }
        #expect(try await decoder.text(of: file, page: 1, languages: english).text == "Lease\n")
    }

    @Test("Accents of WinAnsi are drawn and said", arguments: ["Helvetica", "Times-Italic", "Courier-Bold"])
    func accents(_ name: String) async throws {
        let file = WrittenPDF.page(font: name, "BT /F 30 Tf 60 600 Td (M\u{FC}hle Stra\u{DF}e caf\u{E9}) Tj ET")
        let found = try await decoder.text(of: file, page: 1, languages: english)
        #expect(found.text.hasPrefix("Mühle Straße café"), "\(found)")
    }

    @Test("Fonts of other names are replaced", arguments: ["Arial", "Garamond-Bold", "ABCDEF+NoSuchFont", "Calibri"])
    func replaced(_ name: String) async throws {
        let file = WrittenPDF.page(font: name, "BT /F 30 Tf 60 600 Td (Return of the box) Tj ET")
        #expect(try await decoder.text(of: file, page: 1, languages: []).text == "Return of the box\n")
    }

    @Test(
        "Chinese, Japanese and Korean fonts are replaced",
        arguments: [
            ("HeiseiMin-W3", "UniJIS-UCS2-H", "Japan1", "東京裁判所"), ("STSong-Light", "UniGB-UCS2-H", "GB1", "中文档案"),
            ("MSung-Light", "UniCNS-UCS2-H", "CNS1", "中文檔案"), ("HYSMyeongJo-Medium", "UniKS-UCS2-H", "Korea1", "한국기록"),
        ]
    )
    func wideCharacters(_ name: String, _ encoding: String, _ ordering: String, _ text: String) async throws {
        let descriptor =
            "<< /Type /FontDescriptor /FontName /\(name) /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
            + " /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
        let descendant =
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /\(name) /CIDSystemInfo << /Registry (Adobe)"
            + " /Ordering (\(ordering)) /Supplement 2 >> /FontDescriptor \(descriptor) >>"
        let font =
            "<< /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /\(encoding) /DescendantFonts [\(descendant)] >>"
        let hex = text.utf16.map { String(format: "%04x", $0) }.joined()
        let file = WrittenPDF.pages(["BT /F 40 Tf 60 600 Td <\(hex)> Tj ET"], resources: "/Font << /F \(font) >>")
        #expect(try await decoder.text(of: file, page: 1, languages: []).text == text + "\n")
    }

    @Test("A barcode in a font that is not there is no barcode, and does not hide the one that is drawn")
    func barcodes() async throws {
        let canvas = try Canvas(symbology: 20, text: "BX000000042N", scale: 2)
        let rows = (0..<canvas.height).map { y in
            (0..<canvas.width).map { String(format: "%02x", canvas.pixels[y * canvas.width + $0]) }.joined()
        }
        let image =
            "q \(canvas.width / 2) 0 0 \(canvas.height / 2) 60 300 cm BI /W \(canvas.width) /H \(canvas.height) /CS /G /BPC 8"
            + " /F /AHx ID \(rows.joined())> EI Q"
        let file = WrittenPDF.page(font: "Code128", "BT /F 30 Tf 60 600 Td (BX000000059R) Tj ET \(image)")
        #expect(try await decoder.decode(file).codes.map(\.text) == ["BX000000042N"])
    }
}
