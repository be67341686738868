import Foundation
import ImageDecoding
import TestSupport
import Testing

@Suite("Formats beside PNG and JPEG, with all their pages, in a locked child")
struct FormatTests {
    private static let texts = ["BX000000042N", "LC000000001H", "BX000000043L"]
    private let decoder: DecoderProcess

    init() throws { decoder = DecoderProcess(executable: try BuiltProduct.path(of: "outguide-decoder")) }

    private func pages() throws -> [Canvas] {
        try Self.texts.map { try Canvas(symbology: 20, text: $0, scale: 1.5) }
    }

    /// What `program` makes of a file; it is given the names of both.
    private func converted(
        _ file: [UInt8],
        by program: String,
        _ arguments: (String, String) -> [String]
    ) throws -> [UInt8] {
        let name = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { for ending in [".jpg", ".out"] { try? FileManager.default.removeItem(atPath: name + ending) } }
        try Data(file).write(to: URL(filePath: name + ".jpg"))
        _ = try Tool.run(program, arguments(name + ".jpg", name + ".out"))
        return [UInt8](try Data(contentsOf: URL(filePath: name + ".out")))
    }

    @Test("Each code names its page", arguments: ["tiff", "pdf"])
    func pages(_ kind: String) async throws {
        let pages = try pages() + [Canvas(width: 200, height: 100)]
        let image = try await decoder.decode(kind == "tiff" ? SampleFile.tiff(pages) : SampleFile.pdf(pages))
        #expect(image.codes.map(\.text) == Self.texts)
        #expect(image.codes.map(\.page) == [1, 2, 3])
        #expect(image.pages.map(\.number) == [1, 2, 3, 4])
        #expect(image.pages.allSatisfy { $0.problem == nil && $0.width > 100 })
        #expect(image.isComplete)
    }

    @Test("TIFF as scanners write it", arguments: ["-g4", "-g3", "-lzw", "-packbits", "-none"])
    func compressed(_ option: String) async throws {
        let bilevel = option.hasPrefix("-g")
        let pnm = try pages()[0].pgm()
        let input = bilevel ? try Tool.run("pamditherbw", ["-threshold"], input: pnm) : pnm
        let mono = bilevel ? try Tool.run("pamtopnm", [], input: input) : input
        // pamtotiff reads what it has written and wants a file that it can seek in.
        let name = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: name) }
        _ = try Tool.run("pamtotiff", [option, "-output=\(name)"], input: mono)
        let file = [UInt8](try Data(contentsOf: URL(filePath: name)))
        #expect(try await decoder.decode(file).codes.map(\.text) == [Self.texts[0]])
    }

    @Test func webP() async throws {
        for option in ["-lossless", "-noalpha"] {
            let file = try converted(pages()[0].jpeg(), by: "cwebp") { ["-quiet", option, $0, "-o", $1] }
            #expect(try await decoder.decode(file).codes.map(\.text) == [Self.texts[0]])
        }
    }

    @Test func heic() async throws {
        let file = try converted(pages()[0].jpeg(), by: "heif-enc") { ["-q", "60", $0, "-o", $1] }
        #expect(try await decoder.decode(file).codes.map(\.text) == [Self.texts[0]])
    }

    @Test("A JPEG in the four inks of a press")
    func inks() async throws {
        let canvas = try pages()[0]
        let layout = ["-noturn", "-equalpixels", "-dpi=72", "-nocenter", "-nosetpage"]
        let script = try Tool.run("pnmtops", layout, input: canvas.ppm())
        let size = "-g\(canvas.width)x\(canvas.height)"
        let device = ["-sDEVICE=jpegcmyk", "-dNOCIE", "-dFIXEDMEDIA", "-r72", size]
        let arguments = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE"] + device + ["-sOutputFile=-", "-"]
        let jpeg = try Tool.run("gs", arguments, input: script)
        // The frame header ends its fixed part with the number of colours.
        let frame = try #require(JPEGSegments(jpeg)?.segments.first { $0.marker == 0xC0 })
        #expect(frame.data[5] == 4)
        let image = try await decoder.decode(jpeg)
        #expect(image.codes.map(\.text) == [Self.texts[0]])
        #expect(image.codes.map(\.rendering) == [.original])
    }

    @Test("A page that is damaged does not cost the others")
    func damagedPage() async throws {
        var file = try SampleFile.tiff(pages())
        // The second page is said to be compressed in a way that nobody knows.
        let entry: [UInt8] = SampleFile.little16(259) + SampleFile.little16(3)
        let places = file.indices.dropLast(12).filter { Array(file[$0..<$0 + 4]) == entry }
        try #require(places.count == 3)
        file[places[1] + 8] = 77
        let image = try await decoder.decode(file)
        #expect(image.codes.map(\.page) == [1, 3])
        #expect(image.pages.count == 3)
        #expect(image.pages[1].problem != nil)
        #expect(image.isComplete == false)
    }

    @Test("No more pages are read than the limit says, and the answer says so", arguments: ["tiff", "pdf"])
    func pageLimit(_ kind: String) async throws {
        let limited = DecoderProcess(executable: decoder.executable, limits: ImageLimits(pages: 2))
        let file = try kind == "tiff" ? SampleFile.tiff(pages()) : SampleFile.pdf(pages())
        let image = try await limited.decode(file)
        #expect(image.codes.map(\.page) == [1, 2])
        #expect(!image.isComplete)
    }

    @Test("Pages that lead back to the first are read once")
    func ring() async throws {
        var file = try SampleFile.tiff(pages())
        let first = file[4..<8].enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
        SampleFile.setLastLink(of: &file, to: first)
        let image = try await decoder.decode(file)
        #expect(image.codes.map(\.text) == Self.texts)
        #expect(image.pages.count <= 4)
    }
}
