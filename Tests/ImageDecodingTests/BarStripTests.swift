import Barcodes
import ImageDecoding
import Testing

@testable import ImageEngine

@Suite("Bars at any angle, straightened and averaged")
struct BarStripTests {
    private func read(_ canvas: Canvas, _ mode: DecodingMode = .fast) throws -> [String] {
        try ImageDecoder(options: DecodingOptions(mode: mode))
            .decode(grey: canvas.pixels, width: canvas.width, height: canvas.height).codes.map(\.text)
    }

    @Test("A long Code 39 with bars of one and a half pixels on a noisy plate", arguments: [0.0, 25, 30])
    func plate(_ degrees: Double) throws {
        let plate = try Canvas(symbology: 8, text: "JHMGE8H42AS021233", options: ["--height=60"])
        #expect(try read(plate.shrunk(by: 0.8).tilted(degrees: degrees).noised(35, seed: 2)) == ["JHMGE8H42AS021233"])
    }

    @Test("A small Interleaved 2 of 5 at any angle, whole", arguments: [40.0, 58, 64])
    func interleaved(_ degrees: Double) throws {
        let label = try Canvas(symbology: 3, text: "2167361334", options: ["--height=40"]).shrunk(by: 0.6)
        #expect(try read(label.tilted(degrees: degrees).noised(10, seed: 3)) == ["2167361334"])
    }

    @Test("A tiny EAN-13 at an angle, in noise", arguments: [27.0, 30, 63])
    func article(_ degrees: Double) throws {
        let label = try Canvas(symbology: 13, text: "4006381333931").shrunk(by: 0.5)
        #expect(try read(label.tilted(degrees: degrees).noised(30, seed: 4)) == ["4006381333931"])
    }

    @Test("The strip lies on the bars, along them")
    func place() throws {
        var page = Canvas(width: 900, height: 700)
        let label = try Canvas(symbology: 20, text: "BX000000042N", options: ["--height=60"])
        page.paste(label.tilted(degrees: 35), x: 400, y: 200)
        let image = try GreyImage(width: page.width, height: page.height)
        _ = image.pixels.update(fromContentsOf: page.pixels)
        let strips = try BarStrips.find(in: image)
        let strip = try #require(strips.first)
        #expect(strips.count == 1)
        let tilted = label.tilted(degrees: 35)
        #expect(abs(strip.middle.x - Double(400 + tilted.width / 2)) < 20)
        #expect(abs(strip.middle.y - Double(200 + tilted.height / 2)) < 20)
        // The direction across the bars, either way round.
        #expect(abs(abs(strip.along.x) - 0.819) < 0.02)
        #expect(abs(abs(strip.along.y) - 0.574) < 0.02)
        #expect(strip.length > Double(label.width) * 0.9)
        #expect(strip.length < Double(label.width) * 1.4)
    }

    @Test("Neither noise, nor an even page, nor one of a single pixel has strips")
    func none() throws {
        for canvas in [Canvas(width: 600, height: 500).noised(255, seed: 8), Canvas(width: 300, height: 90)] {
            let image = try GreyImage(width: canvas.width, height: canvas.height)
            _ = image.pixels.update(fromContentsOf: canvas.pixels)
            #expect(try BarStrips.find(in: image).isEmpty)
        }
        #expect(try BarStrips.find(in: GreyImage(width: 1, height: 1)).isEmpty)
    }

    @Test("Two strips that show one misreading alike are one sighting")
    func oneSighting() {
        let corners = [PixelPoint(x: 0, y: 0), PixelPoint(x: 90, y: 0), PixelPoint(x: 90, y: 30)]
        func code(_ rendering: ImageRendering) -> DecodedCode {
            DecodedCode(
                symbology: .codabar,
                aim: nil,
                text: "A1234B",
                bytes: Array("A1234B".utf8),
                polygon: corners,
                quality: 1,
                rendering: rendering
            )
        }
        var candidate = CodeCandidate(code(.straightened))
        candidate.add(code(.straightenedSharp))
        #expect(!candidate.isSure)
        candidate.add(code(.original))
        #expect(candidate.isSure)
    }
}
