import Foundation
import ImageDecoding
import TestSupport
import Testing

@Suite("Text recognised in a child process")
struct TextTests {
    private let decoder: DecoderProcess

    init() throws {
        let path = try BuiltProduct.path(of: "outguide-decoder")
        decoder = DecoderProcess(executable: path, limits: ImageLimits(processorSeconds: 60), timeLimit: .seconds(300))
    }

    /// A PDF file of scanned pages with one line each.
    private func pages(_ lines: [String]) async throws -> [UInt8] {
        let pages = lines.map { "/Helvetica findfont 28 scalefont setfont 40 300 moveto (\($0)) show showpage" }
        let script = "printf '%s\\n' \"$@\" | gs -q -dBATCH -dNOPAUSE -sDEVICE=pdfimage8 -r150 -g1250x833 -o- -"
        return try await ChildRun.of("/bin/sh", ["-c", script, "sh"] + pages).outputBytes
    }

    @Test("The page that is asked for is read, and no other")
    func page() async throws {
        let file = try await pages(["Lease of the mill", "Return of the box"])
        let english = [try #require(TextLanguage("eng"))]
        #expect(try await decoder.text(of: file, page: 1, languages: english).text == "Lease of the mill\n")
        #expect(try await decoder.text(of: file, page: 2, languages: english).text == "Return of the box\n")
        await #expect(throws: ImageDecodingError.damaged("it has no page 3")) {
            try await decoder.text(of: file, page: 3, languages: english)
        }
    }

    @Test("A page without text has none, and a language without a table names its package")
    func nothing() async throws {
        let english = try #require(TextLanguage("eng"))
        let tiff = SampleFile.tiff([Canvas(width: 300, height: 200), Canvas(width: 300, height: 200)])
        #expect(try await decoder.text(of: tiff, page: 2, languages: [english]).text == "")
        let unknown = try #require(TextLanguage("xx_yyy"))
        for languages in [[unknown]] {
            await #expect(throws: ImageDecodingError.noTextRecognition(package: "tesseract-ocr-xx-yyy")) {
                try await decoder.text(of: tiff, page: 1, languages: languages)
            }
        }
    }

    @Test("A language without a table is left out, the others are read")
    func partly() async throws {
        let file = try await pages(["Lease of the mill"])
        let english = try #require(TextLanguage("eng"))
        let unknown = try #require(TextLanguage("xx_yyy"))
        for languages in [[english, unknown], [unknown, english]] {
            let found = try await decoder.text(of: file, page: 1, languages: languages)
            #expect(found.text == "Lease of the mill\n")
            #expect(found.languages == [english])
        }
    }

    @Test("Damaged tables are distinguished from damaged pages", arguments: ["empty", "cut", "noise", "inside"])
    func tables(_ damage: String) async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        var table = [UInt8](
            try Data(contentsOf: URL(filePath: "/usr/share/tesseract-ocr/5/tessdata/eng.traineddata"))
        )
        switch damage {
        case "empty": table = []
        case "cut": table = Array(table.prefix(table.count / 3))
        case "noise": table = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919) }
        default: for index in stride(from: 2_000, to: table.count, by: 37) { table[index] ^= 0x55 }
        }
        try Data(table).write(to: URL(filePath: directory + "/deu.traineddata"))
        let german = try #require(TextLanguage("deu"))
        let file = try await pages(["Lease of the mill"])
        do throws(ImageDecodingError) {
            let found = try await decoder.text(of: file, page: 1, languages: [german], tables: directory)
            // It may be read, and read wrongly or not at all: never for ever.
            #expect(found.problem != nil || !found.text.contains("Lease of the mill"))
        } catch {
            switch error {
            case .noTextRecognition, .noTables: break
            default: Issue.record("\(error)")
            }
        }
    }

    @Test("A file that is none costs an error and no more")
    func hostile() async throws {
        let english = [try #require(TextLanguage("eng"))]
        await #expect(throws: ImageDecodingError.unsupportedFormat("GIF")) {
            try await decoder.text(of: Array("GIF89a".utf8), page: 1, languages: english)
        }
        let limits = ImageLimits(pixels: 100)
        let small = DecoderProcess(executable: decoder.executable, limits: limits, timeLimit: .seconds(300))
        let tiff = SampleFile.tiff([Canvas(width: 300, height: 200)])
        await #expect(throws: ImageDecodingError.tooManyPixels(width: 300, height: 200, limit: 100)) {
            try await small.text(of: tiff, page: 1, languages: english)
        }
    }

    @Test(
        "Names that could lead elsewhere are no languages",
        arguments: ["", "en", "../../x", "eng+deu", "Eng", "e g"]
    )
    func names(_ text: String) { #expect(TextLanguage(text) == nil) }
}
