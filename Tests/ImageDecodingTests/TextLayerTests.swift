import Foundation
import ImageDecoding
import TestSupport
import Testing

@Suite("What a PDF says of itself is believed as far as it is to be seen")
struct TextLayerTests {
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

    private func text(_ content: String) async throws -> PageText {
        let file = WrittenPDF.page(font: "Helvetica", content)
        return try await decoder.text(of: file, page: 1, languages: english)
    }

    @Test("Words that nobody can see are not searched")
    func hidden() async throws {
        let found = try await text(
            """
            BT /F 24 Tf 60 700 Td (The lease of the mill) Tj
            1 1 1 rg 0 -40 Td (whiteonwhite) Tj 0.95 g 0 -40 Td (nearlywhite) Tj 0 g
            3 Tr 0 -40 Td (invisible) Tj 0 Tr -2000 0 Td (offthepage) Tj 2000 -40 Td /F 1 Tf (tinyletters) Tj ET
            50 340 300 60 re f BT /F 24 Tf 60 360 Td (redacted) Tj ET
            """
        )
        #expect(found.text == "The lease of the mill\n")
        #expect(found.source == .layer)
    }

    @Test("A scanned page with an invisible text on it is found by that text")
    func scanned() async throws {
        // Somebody corrected what was recognised: the name is spelled otherwise than it looks.
        let overlay = "BT 3 Tr /F 20 Tf 70 318 Td (Stamped by Schulze the clerk) Tj ET"
        let found = try await text(try Self.picture(of: "Stamped by Schu1ze the clerk") + overlay)
        #expect(found.text.contains("Stamped by Schulze the clerk"), "\(found)")
        #expect(found.source != .pictureAgainstLayer)
    }

    @Test("An invisible text that says something else than the picture below it is left out")
    func stuffed() async throws {
        let overlay = "BT 3 Tr /F 20 Tf 70 318 Td (Payment received in full) Tj ET"
        let found = try await text(try Self.picture(of: "Stamped by the clerk") + overlay)
        #expect(found.text == "Stamped by the clerk\n")
        #expect(found.source == .pictureAgainstLayer)
    }

    @Test("A text that says something else than the page shows is left out")
    func lying() async throws {
        // The letters of the font are drawn as they are and said to be others (ToUnicode: each the one before).
        let map = (65...122).map { String(format: "<%02x> <%04x>", $0, $0 == 65 ? 122 : $0 - 1) }
        let ranges = stride(from: 0, to: map.count, by: 90).map { start in
            let part = map[start..<min(start + 90, map.count)]
            return "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar"
        }
        let table =
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def"
            + " 1 begincodespacerange <00> <ff> endcodespacerange\n\(ranges.joined(separator: "\n"))\nendcmap end end"
        let font =
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>"
        let file = WrittenPDF.pages(
            ["BT /F 24 Tf 60 700 Td (The motion of the defendant is denied) Tj ET"],
            resources: "/Font << /F \(font) >>",
            objects: [WrittenPDF.stream(table)]
        )
        let layer = try await decoder.text(of: file, page: 1, languages: [])
        #expect(!layer.text.contains("denied") && !layer.text.isEmpty)
        let found = try await decoder.text(of: file, page: 1, languages: english)
        #expect(found.text.contains("motion of the defendant is denied"), "\(found)")
        #expect(!found.text.contains(layer.text.split(separator: " ").first ?? "?"))
        #expect(found.source == .pictureAgainstLayer)
    }

    @Test("What is drawn as a picture beside the text is read too")
    func both() async throws {
        let image = try Self.picture(of: "Stamped by the clerk")
        let found = try await text("BT /F 24 Tf 60 700 Td (Lease of the mill) Tj ET \(image)")
        #expect(found.source == .both)
        #expect(found.text.hasPrefix("Lease of the mill\n"))
        #expect(found.text.contains("Stamped by the clerk"))
    }

    @Test("Characters that are none are no text")
    func garbage() async throws {
        let map = (65...122).map { String(format: "<%02x> <%04x>", $0, 0xE000 + $0) }
        let table =
            "begincmap 1 begincodespacerange <00> <ff> endcodespacerange \(map.count) beginbfchar"
            + " \(map.joined(separator: " ")) endbfchar endcmap"
        let font =
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>"
        let file = WrittenPDF.pages(
            ["BT /F 24 Tf 60 700 Td (Lease of the mill) Tj ET"],
            resources: "/Font << /F \(font) >>",
            objects: [WrittenPDF.stream(table)]
        )
        #expect(try await decoder.text(of: file, page: 1, languages: []).text == "")
        #expect(try await decoder.text(of: file, page: 1, languages: english).text == "Lease of the mill\n")
    }

    /// Draws a picture of `line`, 432 × 72 points, at 60 points from the left and 300 from the foot of the page.
    private static func picture(of line: String) throws -> String {
        let script = "/Helvetica findfont 28 scalefont setfont 20 20 moveto (\(line)) show showpage"
        let drawn = try Tool.run(
            "gs",
            ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pnggray", "-r150", "-g900x150", "-o-", "-c", script]
        )
        let hex = try Canvas(png: drawn).pixels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return "q 432 0 0 72 60 300 cm BI /W 900 /H 150 /CS /G /BPC 8 /F /AHx ID \(hex)> EI Q "
    }
}
