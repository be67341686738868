import ImageDecoding
import ImageEngine
import Testing

@Suite("Pictures are seen as the camera was held")
struct OrientationTests {
    /// A code in the upper left corner of a page.
    private func page() throws -> Canvas {
        var page = Canvas(width: 900, height: 500)
        page.paste(try Canvas(symbology: 58, text: "corner", scale: 3), x: 10, y: 10)
        return page
    }

    /// `canvas` as a camera stores it that is to be turned by `orientation` to be seen.
    private func stored(_ canvas: Canvas, _ orientation: Int) throws -> Canvas {
        let ways: [Int: [String]] = [
            1: [], 2: ["-leftright"], 3: ["-rotate180"], 4: ["-topbottom"], 5: ["-transpose"], 6: ["-rotate90"],
            7: ["-xform=transpose,leftright,topbottom"], 8: ["-rotate270"],
        ]
        let way = try #require(ways[orientation])
        // pamflip turns to the left; a picture that is to be turned to the right was turned to the left.
        guard !way.isEmpty else { return canvas }
        let turned = try Tool.run("pamflip", way, input: canvas.pgm())
        return try Canvas(png: Tool.run("pnmtopng", [], input: turned))
    }

    private func check(_ file: [UInt8], _ comment: Comment) throws {
        let image = try ImageDecoder().decode(file)
        #expect(image.width == 900, comment)
        #expect(image.height == 500, comment)
        let code = try #require(image.codes.first, comment)
        #expect(code.text == "corner")
        #expect(code.polygon.allSatisfy { $0.x < 200 && $0.y < 200 }, comment)
    }

    @Test(arguments: 1...8)
    func all(_ orientation: Int) throws {
        let canvas = try stored(page(), orientation)
        for isBigEndian in [false, true] {
            let exif = SampleFile.exif(orientation: orientation, isBigEndian: isBigEndian)
            try check(SampleFile.jpeg(canvas.jpeg(), exif: exif), "JPEG")
            try check(SampleFile.png(canvas.png(), exif: exif), "PNG")
        }
        try check(SampleFile.tiff([canvas], orientation: UInt16(orientation)), "TIFF")
    }

    @Test("EXIF data that make no sense count as upright")
    func nonsense() throws {
        let whole = SampleFile.exif(orientation: 6)
        let jpeg = try page().jpeg()
        for length in 0..<whole.count - 8 { try check(SampleFile.jpeg(jpeg, exif: Array(whole.prefix(length))), "cut") }
        try check(SampleFile.jpeg(jpeg, exif: SampleFile.exif(orientation: 9)), "unknown")
        var far = whole
        far.replaceSubrange(4..<8, with: [0xFF, 0xFF, 0xFF, 0xFF])
        try check(SampleFile.jpeg(jpeg, exif: far), "far away")
    }
}
