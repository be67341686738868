import ImageDecoding
import ImageEngine
import TestSupport
import Testing

@Suite("Images decoded in a child process")
struct DecoderProcessTests {
    private static let text = "BX000000042N"
    private let decoder: DecoderProcess

    init() throws {
        let path = try BuiltProduct.path(of: "outguide-decoder")
        decoder = DecoderProcess(executable: path, timeLimit: .seconds(300))
    }

    private func sample() throws -> [UInt8] { try Canvas(symbology: 20, text: Self.text, scale: 2).png() }

    @Test("A child answers what the decoder in process answers")
    func same() async throws {
        var page = Canvas(width: 900, height: 900)
        page.paste(try Canvas(symbology: 20, text: Self.text, scale: 2), x: 50, y: 50)
        page.paste(try Canvas(symbology: 58, text: "Akte 档案 \"7\"", scale: 4), x: 200, y: 400)
        let png = try page.png()
        let image = try await decoder.decode(png)
        #expect(image.codes.count == 2)
        let inProcess = try ImageDecoder().decode(png)
        #expect(image.codes == inProcess.codes)
        #expect(image.pages == inProcess.pages)
        #expect(image.isComplete)
        #expect(image.cost.loading > 0)
        #expect(image.cost.decoding > 0)
    }

    @Test("Errors come through as they are")
    func errors() async throws {
        await #expect(throws: ImageDecodingError.empty) { try await decoder.decode([]) }
        await #expect(throws: ImageDecodingError.unsupportedFormat("GIF")) {
            try await decoder.decode(Array("GIF89a".utf8))
        }
        let cut = try Array(sample().dropLast(40))
        await #expect(throws: ImageDecodingError.damaged("read beyond end of data")) {
            try await decoder.decode(cut)
        }
    }

    @Test("Many images at once are all answered, a few children at a time")
    func many() async throws {
        let png = try sample()
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<40 { group.addTask { try await decoder.decode(png).codes.map(\.text) } }
            for try await texts in group { #expect(texts == [Self.text]) }
        }
    }

    @Test("Files with bytes changed at random each get an answer", arguments: ["png", "jpeg", "progressive"])
    func corrupted(_ kind: String) async throws {
        let canvas = try Canvas(symbology: 20, text: Self.text, scale: 2)
        let whole =
            switch kind {
            case "png": try canvas.png()
            case "jpeg": try canvas.jpeg()
            default: try canvas.jpeg(["-progressive"])
            }
        var generator = SeededGenerator(seed: 7)
        var refused = 0
        for _ in 0..<120 {
            var image = whole
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                image[Int.random(in: image.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            do throws(ImageDecodingError) {
                let answer = try await decoder.decode(image)
                #expect(answer.width > 0)
            } catch {
                refused += 1
                switch error {
                case .damaged, .unsupportedFormat, .tooManyPixels: break
                default: Issue.record("\(error)")
                }
            }
        }
        #expect(refused > 30)
        #expect(try await decoder.decode(whole).codes.map(\.text) == [Self.text])
    }

    @Test("A picture larger than the child's memory is an error of its own")
    func memory() async throws {
        let executable = decoder.executable
        let big = try Tool.run("pnmtopng", [], input: Tool.run("pbmmake", ["-white", "12000", "12000"]))
        let limits = ImageLimits(pixels: 200_000_000, memoryBytes: 128 << 20)
        let tight = DecoderProcess(executable: executable, limits: limits, timeLimit: .seconds(300))
        await #expect(throws: ImageDecodingError.memoryLimit) { try await tight.decode(big) }
    }

    @Test("The processor time of a child is bounded")
    func processorTime() async throws {
        let limits = ImageLimits(processorSeconds: 0)
        let hurried = DecoderProcess(executable: decoder.executable, limits: limits)
        let noise = try Tool.run("pgmnoise", ["-randomseed=1", "5000", "5000"])
        let image = try Tool.run("pnmtopng", ["-compression=0"], input: noise)
        await #expect(throws: ImageDecodingError.timedOut) { try await hurried.decode(image) }
    }

    @Test("An answer that would be too long is an error that fits")
    func longAnswer() async throws {
        let short = DecoderProcess(executable: decoder.executable, limits: ImageLimits(answerBytes: 200))
        let image = try sample()
        await #expect(throws: ImageDecodingError.answerTooLong(limit: 200)) { try await short.decode(image) }
    }
}
