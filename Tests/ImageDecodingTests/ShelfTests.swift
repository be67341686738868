import Barcodes
import ImageDecoding
import ImageEngine
import Testing

@Suite("A shelf with twelve labels on one photograph")
struct ShelfTests {
    private static func text(_ index: Int) -> String {
        let prefix = index == 0 ? BarcodePrefix.location : .container
        return MintedBarcode(prefix: prefix, site: .standard, serial: 4_200_000 + index)?.text ?? ""
    }

    /// Three boards with four labels each, every one a little askew, in a scene of `width` × `width` × ¾ pixels.
    private func shelf(width: Int, scale: Double) throws -> Canvas {
        var scene = Canvas(width: width, height: width * 3 / 4)
        for index in 0..<12 {
            let tilt = Double(index % 5) * 1.5 - 3
            let label = try Canvas(symbology: 20, text: Self.text(index), scale: scale).tilted(degrees: tilt)
            scene.paste(label, x: width / 40 + index % 4 * width / 4, y: width / 16 + index / 4 * width / 4)
        }
        return scene
    }

    private func texts(_ canvas: Canvas, _ mode: DecodingMode) throws -> [DecodedCode] {
        try ImageDecoder(options: DecodingOptions(mode: mode))
            .decode(grey: canvas.pixels, width: canvas.width, height: canvas.height).codes
    }

    @Test("All twelve of eight megapixels, in place", arguments: [DecodingMode.fast, .thorough])
    func clean(_ mode: DecodingMode) throws {
        let codes = try texts(shelf(width: 3264, scale: 2).noised(6, seed: 1), mode)
        #expect(Set(codes.map(\.text)) == Set((0..<12).map(Self.text)))
        #expect(codes.count == 12)
        for code in codes {
            let index = try #require((0..<12).first { Self.text($0) == code.text })
            let x = try #require(code.polygon.map(\.x).min())
            #expect((index % 4 * 816..<index % 4 * 816 + 816).contains(x))
        }
    }

    @Test("Labels that only another look finds are found although the first found some")
    func mixed() throws {
        var scene = try shelf(width: 1600, scale: 1)
        // White on black: invisible until the picture is inverted; short digits: only for the second engine.
        scene.paste(try Canvas(symbology: 3, text: "070429", scale: 1), x: 100, y: 20)
        let codes = try texts(scene, .fast)
        #expect(codes.count == 13)
        #expect(codes.last?.text == "070429")
        #expect(codes.last?.engine == .zxing)
    }

    @Test("Labels with one text are one code")
    func twins() throws {
        var scene = Canvas(width: 900, height: 600)
        let label = try Canvas(symbology: 20, text: Self.text(3), scale: 1)
        for row in 0..<3 { scene.paste(label, x: 100 + 60 * row, y: 20 + 190 * row) }
        #expect(try texts(scene, .fast).map(\.text) == [Self.text(3)])
    }

    @Test("Of a scanned page every code is told, and plain ones end after a few looks", arguments: [1654, 1240])
    func paper(width: Int) throws {
        var page = Canvas(width: width, height: width * 1414 / 1000)
        page.paste(try Canvas(symbology: 58, text: "https://example.org/invoice/77", scale: 3), x: width - 454, y: 200)
        page.paste(try Canvas(symbology: 20, text: Self.text(3), scale: 1), x: 150, y: width)
        let options = DecodingOptions(mode: .paper)
        func codes(_ page: Canvas) throws -> Set<String> {
            let image = try ImageDecoder(options: options)
                .decode(grey: page.pixels, width: page.width, height: page.height)
            return Set(image.codes.map(\.text))
        }
        #expect(try codes(page) == ["https://example.org/invoice/77", Self.text(3)])
        #expect(try codes(page.tilted(degrees: 2).noised(8, seed: 4)).contains(Self.text(3)))
        #expect(try codes(Canvas(width: width, height: width)).isEmpty)
    }
}
