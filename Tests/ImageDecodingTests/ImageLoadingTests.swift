import ImageDecoding
import ImageEngine
import Testing

@Suite("Every form of PNG and JPEG is read, and every broken one refused")
struct ImageLoadingTests {
    private static let text = "BX000000042N"

    private func canvas() throws -> Canvas { try Canvas(symbology: 20, text: Self.text, scale: 2) }

    private func texts(_ image: [UInt8]) throws -> [String] { try ImageDecoder().decode(image).codes.map(\.text) }

    @Test func png() throws {
        let canvas = try canvas()
        #expect(try texts(canvas.png()) == [Self.text])
        #expect(try texts(Tool.run("pnmtopng", ["-interlace"], input: canvas.pgm())) == [Self.text])
        let deep = try Tool.run("pnmtopng", [], input: canvas.deepPGM())
        #expect(deep[24] == 16)
        #expect(try texts(deep) == [Self.text])
        let palette = try Tool.run("pnmtopng", [], input: canvas.ppm())
        #expect(palette[25] == 3)
        #expect(try texts(palette) == [Self.text])
        let colour = try Tool.run("pnmtopng", ["-force", "-interlace"], input: canvas.ppm())
        #expect(colour[25] == 2)
        #expect(try texts(colour) == [Self.text])
    }

    @Test("Clear pixels count as white, whatever colour they have")
    func alpha() throws {
        #expect(try texts(canvas().clearPNG()) == [Self.text])
    }

    @Test func jpeg() throws {
        let canvas = try canvas()
        #expect(try texts(canvas.jpeg()) == [Self.text])
        #expect(try texts(canvas.jpeg(["-progressive"])) == [Self.text])
        #expect(try texts(Tool.run("pnmtojpeg", [], input: canvas.ppm())) == [Self.text])
    }

    @Test("Stray bytes before the end of a JPEG, as some cameras write, do no harm")
    func strayBytes() throws {
        let image = try canvas().jpeg()
        #expect(try texts(image.dropLast(2) + [0, 0, 0] + image.suffix(2)) == [Self.text])
    }

    @Test("A file cut anywhere is damaged, or whole but for its end mark", arguments: ["png", "jpeg", "progressive"])
    func truncated(_ kind: String) throws {
        let image =
            switch kind {
            case "png": try canvas().png()
            case "jpeg": try canvas().jpeg()
            default: try canvas().jpeg(["-progressive"])
            }
        // The 12 bytes of IEND, or the two of EOI and the last of the pixels' bits.
        let spare = kind == "png" ? 12 : 4
        for length in 8..<image.count {
            do {
                let codes = try texts(Array(image.prefix(length)))
                #expect(length >= image.count - spare, "cut to \(length) of \(image.count)")
                #expect(codes == [Self.text])
            } catch ImageDecodingError.damaged(let reason) {
                #expect(!reason.isEmpty)
            }
        }
    }

    @Test("A picture is refused by its header, before memory is taken")
    func bomb() throws {
        var png = try canvas().png()
        png.replaceSubrange(16..<24, with: [0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50])
        PNGChunk.repairHeader(&png)
        #expect(throws: ImageDecodingError.tooManyPixels(width: 50_000, height: 50_000, limit: 100_000_000)) {
            try ImageDecoder().decode(png)
        }
        var jpeg = try canvas().jpeg()
        let frame = try #require(jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
        jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
        #expect(throws: ImageDecodingError.tooManyPixels(width: 65_500, height: 65_500, limit: 100_000_000)) {
            try ImageDecoder().decode(jpeg)
        }
    }

    @Test func refused() throws {
        let decoder = ImageDecoder(limits: ImageLimits(bytes: 1000))
        #expect(throws: ImageDecodingError.empty) { try decoder.decode([]) }
        #expect(throws: ImageDecodingError.tooManyBytes(limit: 1000)) {
            try decoder.decode([UInt8](repeating: 0, count: 1001))
        }
        #expect(throws: ImageDecodingError.unsupportedFormat("GIF")) { try decoder.decode(Array("GIF89a".utf8)) }
        #expect(throws: ImageDecodingError.unsupportedFormat("this kind of file")) {
            try decoder.decode(Array("hello".utf8))
        }
        #expect(throws: ImageDecodingError.unsupportedFormat("this kind of file")) { try decoder.decode([0x89]) }
    }
}
