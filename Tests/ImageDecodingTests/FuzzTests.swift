import ImageDecoding
import ImageEngine
import Testing

@Suite("Files that are wrong in ways that only their format knows")
struct FuzzTests {
    private static let text = "BX000000042N"
    private let decoder = ImageDecoder(limits: ImageLimits(pixels: 4_000_000), options: DecodingOptions(mode: .plain))

    private func canvas() throws -> Canvas { try Canvas(symbology: 20, text: Self.text, scale: 1) }

    /// How many of `count` changed files are read and refused; any other end is a failure.
    private func run(
        _ count: Int,
        seed: UInt64,
        change: (inout SeededGenerator) -> [UInt8]
    ) -> (read: Int, refused: Int) {
        var generator = SeededGenerator(seed: seed)
        var result = (read: 0, refused: 0)
        for _ in 0..<count {
            do throws(ImageDecodingError) {
                let image = try decoder.decode(change(&generator))
                #expect(image.width > 0)
                #expect(image.codes.allSatisfy { $0.text == Self.text || $0.quality < 6 })
                result.read += 1
            } catch {
                result.refused += 1
                switch error {
                case .damaged, .unsupportedFormat, .tooManyPixels, .memoryLimit: break
                default: Issue.record("\(error)")
                }
            }
        }
        return result
    }

    private func scramble(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        for _ in 0...Int.random(in: 0..<4, using: &generator) {
            let index = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 1: bytes[index] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
            case 2: bytes.insert(.random(in: 0...255, using: &generator), at: index)
            default: bytes.removeSubrange(index..<min(index + Int.random(in: 1...8, using: &generator), bytes.count))
            }
            if bytes.isEmpty { return }
        }
    }

    @Test("PNG chunks swapped, doubled, lost and changed, their check sums right", arguments: [1, 2, 3, 4])
    func png(_ seed: UInt64) throws {
        let canvas = try canvas()
        let forms = [
            try canvas.png(), try Tool.run("pnmtopng", ["-interlace"], input: canvas.pgm()),
            try Tool.run("pnmtopng", [], input: canvas.ppm()), try canvas.clearPNG(),
        ]
        let whole = forms[Int(seed) % forms.count]
        let result = run(400, seed: seed) { generator in
            var chunks = PNGChunk.split(whole)
            for _ in 0...Int.random(in: 0..<3, using: &generator) where !chunks.isEmpty {
                let index = Int.random(in: chunks.indices, using: &generator)
                switch Int.random(in: 0..<6, using: &generator) {
                case 0: chunks.swapAt(index, Int.random(in: chunks.indices, using: &generator))
                case 1: chunks.insert(chunks[index], at: index)
                case 2: chunks.remove(at: index)
                case 3:
                    let names = ["tRNS", "PLTE", "gAMA", "iCCP", "eXIf", "zTXt", "acTL", "IDAT", "sBIT"]
                    chunks[index].name = names.randomElement(using: &generator) ?? "IDAT"
                default: scramble(&chunks[index].data, &generator)
                }
            }
            return PNGChunk.join(chunks)
        }
        #expect(result.read > 20)
        #expect(result.refused > 20)
    }

    @Test("JPEG tables and headers swapped, doubled, lost and changed", arguments: [1, 2, 3, 4])
    func jpeg(_ seed: UInt64) throws {
        let canvas = try canvas()
        let forms = [
            try canvas.jpeg(), try canvas.jpeg(["-progressive"]), try Tool.run("pnmtojpeg", [], input: canvas.ppm()),
            try SampleFile.jpeg(canvas.jpeg(["-restart=2"]), exif: SampleFile.exif(orientation: 6)),
        ]
        let whole = try #require(JPEGSegments(forms[Int(seed) % forms.count]))
        let result = run(400, seed: seed) { generator in
            var file = whole
            for _ in 0...Int.random(in: 0..<3, using: &generator) where !file.segments.isEmpty {
                let index = Int.random(in: file.segments.indices, using: &generator)
                switch Int.random(in: 0..<7, using: &generator) {
                case 0: file.segments.swapAt(index, Int.random(in: file.segments.indices, using: &generator))
                case 1: file.segments.insert(file.segments[index], at: index)
                case 2: file.segments.remove(at: index)
                case 3:
                    let markers: [UInt8] = [0xC0, 0xC2, 0xC4, 0xDB, 0xDD, 0xE1, 0xEE, 0xC9, 0xDA, 0xD0]
                    file.segments[index].marker = markers.randomElement(using: &generator) ?? 0xC0
                case 4: scramble(&file.scan, &generator)
                default: scramble(&file.segments[index].data, &generator)
                }
            }
            return file.bytes
        }
        #expect(result.read > 20)
        #expect(result.refused > 20)
    }
}
