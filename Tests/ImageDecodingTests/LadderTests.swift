import Barcodes
import ImageDecoding
import ImageEngine
import Testing

@Suite("What photographs do to codes, and the rendering that gets over it")
struct LadderTests {
    private func decode(_ canvas: Canvas, _ mode: DecodingMode = .fast) throws -> [DecodedCode] {
        try ImageDecoder(options: DecodingOptions(mode: mode))
            .decode(grey: canvas.pixels, width: canvas.width, height: canvas.height).codes
    }

    private func label() throws -> Canvas {
        var page = Canvas(width: 480, height: 240)
        page.paste(try Canvas(symbology: 20, text: "BX000000042N", scale: 1), x: 60, y: 50)
        return page
    }

    @Test("At any angle", arguments: Array(stride(from: 0.0, to: 180, by: 15)))
    func tilted(_ degrees: Double) throws {
        let codes = try decode(label().tilted(degrees: degrees))
        #expect(codes.map(\.text) == ["BX000000042N"])
    }

    @Test("The polygon of a code lies on it, whichever rendering found it", arguments: [0.0, 30, 45, 67])
    func polygon(_ degrees: Double) throws {
        let canvas = try label().tilted(degrees: degrees)
        let code = try #require(try decode(canvas).first)
        let xs = code.polygon.map(\.x)
        let ys = code.polygon.map(\.y)
        // The symbol lies in the middle of the label, turned with it.
        let middle = try (x: #require(xs.min()) + #require(xs.max()), y: #require(ys.min()) + #require(ys.max()))
        #expect(abs(middle.x / 2 - canvas.width / 2) < 40)
        #expect(abs(middle.y / 2 - canvas.height / 2) < 40)
        let extent = try max(#require(xs.max()) - #require(xs.min()), #require(ys.max()) - #require(ys.min()))
        #expect(extent > 150)
    }

    @Test("White on black is read inverted, by the second engine")
    func inverted() throws {
        let canvas = try Canvas(symbology: 58, text: "https://example.org", scale: 4).inverted()
        let codes = try decode(canvas)
        #expect(codes.map(\.text) == ["https://example.org"])
        #expect(codes.map(\.rendering) == [.inverted])
        #expect(codes.map(\.engine) == [.zxing])
        #expect(try decode(canvas, .plain).isEmpty)
    }

    @Test("Out of focus", arguments: [1, 2])
    func blurred(_ radius: Int) throws {
        let label = try Canvas(symbology: 20, text: "BX000000042N", scale: Double(radius + 1))
        let canvas = label.blurred(radius: radius).noised(4, seed: 3)
        #expect(try decode(canvas).map(\.text) == ["BX000000042N"])
    }

    @Test("Noise, shade and a faded print")
    func noisy() throws {
        let canvas = try label().shaded(dark: 90, bright: 200).noised(20, seed: 5)
        #expect(try decode(canvas).map(\.text) == ["BX000000042N"])
        let square = try Canvas(symbology: 58, text: "Box 7", scale: 4).shaded(dark: 120, bright: 220)
        #expect(try decode(square.noised(12, seed: 6)).map(\.text) == ["Box 7"])
    }

    @Test("Cut at the edge of the bars")
    func cropped() throws {
        let canvas = try Canvas(symbology: 20, text: "BX000000042N", scale: 2)
        let dark = canvas.pixels.indices.filter { canvas.pixels[$0] < 128 }.map { $0 % canvas.width }
        let columns = try #require(dark.min()) - 2..<(#require(dark.max()) + 3)
        #expect(try decode(canvas.cropped(to: columns)).map(\.text) == ["BX000000042N"])
    }

    @Test("A picture of a few rows, or of one", arguments: [1, 2, 5])
    func thin(_ rows: Int) throws {
        let codes = [
            (13, "1234567", "12345670"), (20, "BX000000042N", "BX000000042N"), (13, "400638133393", "4006381333931"),
        ]
        for (symbology, data, text) in codes {
            let label = try Canvas(symbology: symbology, text: data, scale: 1)
            var thin = Canvas(width: label.width, height: rows)
            thin.fill { column, _ in label.pixels[label.height / 4 * label.width + column] }
            #expect(try decode(thin).map(\.text) == [text])
            #expect(try decode(thin.turned()).map(\.text) == [text])
        }
        let noise = Canvas(width: 300, height: rows).noised(255, seed: 12)
        #expect(try decode(noise, .thorough).isEmpty)
    }

    @Test("One character of Code 39 fills the picture")
    func oneCharacter() throws {
        let label = try Canvas(symbology: 8, text: "4", scale: 8).padded(by: 40)
        for canvas in [label, label.turned(), label.tilted(degrees: 3)] {
            #expect(try decode(canvas).map(\.text) == ["4"])
        }
    }

    @Test("An image without a code has none in any mode", arguments: DecodingMode.allCases)
    func nothing(_ mode: DecodingMode) throws {
        let noise = Canvas(width: 600, height: 500).noised(255, seed: 8)
        #expect(try decode(noise, mode).isEmpty)
        var stripes = Canvas(width: 600, height: 300)
        var generator = SeededGenerator(seed: 9)
        let widths = (0..<200).map { _ in Int.random(in: 1...6, using: &generator) }
        var colours: [UInt8] = []
        for (index, width) in widths.enumerated() {
            colours += Array(repeating: index % 2 == 0 ? 0 : 255, count: width)
        }
        stripes.fill { column, _ in colours[column % colours.count] }
        #expect(try decode(stripes, mode).isEmpty)
    }

    @Test("Only what is asked for is reported")
    func symbologies() throws {
        var page = Canvas(width: 800, height: 700)
        page.paste(try Canvas(symbology: 20, text: "BX000000042N", scale: 1), x: 50, y: 50)
        page.paste(try Canvas(symbology: 58, text: "link", scale: 3), x: 600, y: 450)
        page.paste(try Canvas(symbology: 8, text: "FD-12", scale: 2), x: 50, y: 250)
        for (wanted, text) in [(Symbology.code128, "BX000000042N"), (.qr, "link"), (.code39, "FD-12")] {
            for mode in DecodingMode.allCases {
                let options = DecodingOptions(mode: mode, symbologies: [wanted])
                let codes = try ImageDecoder(options: options)
                    .decode(grey: page.pixels, width: page.width, height: page.height).codes
                #expect(codes.map(\.text) == [text])
            }
        }
    }
}
