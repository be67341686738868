import Barcodes
import ImageDecoding
import ImageEngine
import Testing

@Suite("Images decoded in process")
struct ImageDecoderTests {
    private func decode(_ canvas: Canvas, _ options: DecodingOptions = DecodingOptions()) throws -> [DecodedCode] {
        try ImageDecoder(options: options)
            .decode(grey: canvas.pixels, width: canvas.width, height: canvas.height).codes
    }

    @Test("Several codes on a page are all reported, each where it stands")
    func page() throws {
        let box = try Canvas(symbology: 20, text: "BX000000042N", scale: 2)
        let folder = try Canvas(symbology: 8, text: "FD-12", scale: 2).turned()
        let link = try Canvas(symbology: 58, text: "https://example.org", scale: 4)
        var page = Canvas(width: 1200, height: 1400)
        page.paste(box, x: 100, y: 50)
        page.paste(folder, x: 900, y: 300)
        page.paste(link, x: 200, y: 800)
        let codes = try decode(page)
        #expect(Set(codes.map(\.text)) == ["BX000000042N", "FD-12", "https://example.org"])
        for (text, symbol, x, y) in [
            ("BX000000042N", box, 100, 50), ("FD-12", folder, 900, 300), ("https://example.org", link, 200, 800),
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
        var canvas = try Canvas(symbology: 20, text: "LC000000001H", scale: 2)
        for _ in 0..<quarters { canvas = canvas.turned() }
        #expect(try decode(canvas).map(\.text) == ["LC000000001H"])
    }

    @Test("An image without a code is an answer, not an error")
    func nothing() throws {
        let image = try ImageDecoder().decode(Canvas(width: 300, height: 200).png())
        #expect(image == DecodedImage(width: 300, height: 200, codes: [], cost: image.cost))
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
