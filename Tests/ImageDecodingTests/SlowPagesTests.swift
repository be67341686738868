import ImageDecoding
import TestSupport
import Testing

@Suite("A page that takes too long is named, and the others are read")
struct SlowPagesTests {
    private let executable: String

    init() throws { executable = try BuiltProduct.path(of: "outguide-decoder") }

    private func decoder(_ limits: ImageLimits) -> DecoderProcess {
        DecoderProcess(executable: executable, limits: limits, timeLimit: .seconds(300))
    }

    @Test("Forms that draw each other: one page is given up, the pages around it are read")
    func nestedForms() async throws {
        let file = WrittenPDF.nestedForms(hostile: [2], of: 3)
        let limits = ImageLimits(processorSeconds: 60, pageSeconds: 2)
        let image = try await decoder(limits).decode(file)
        #expect(image.pages.map(\.number) == [1, 2, 3])
        #expect(image.pages.map(\.problem) == [nil, .tooSlow(seconds: 2), nil])
        #expect(!image.isComplete)
        #expect("\(ImageDecodingError.tooSlow(seconds: 2))".contains("2 s of processor time"))
    }

    @Test("The last page, and the only one")
    func last() async throws {
        let limits = ImageLimits(processorSeconds: 60, pageSeconds: 1)
        let last = try await decoder(limits).decode(WrittenPDF.nestedForms(hostile: [2], of: 2))
        #expect(last.pages.map(\.problem) == [nil, .tooSlow(seconds: 1)])
        await #expect(throws: ImageDecodingError.tooSlow(seconds: 1)) {
            try await decoder(limits).decode(WrittenPDF.nestedForms(hostile: [1], of: 1))
        }
    }

    @Test("Where many pages are slow the file is given up after some of them")
    func givenUp() async throws {
        let limits = ImageLimits(processorSeconds: 60, pageSeconds: 1, pagesGivenUp: 2)
        let image = try await decoder(limits).decode(WrittenPDF.nestedForms(hostile: [2, 3, 4, 5, 6], of: 6))
        #expect(image.pages.map(\.problem) == [nil, .tooSlow(seconds: 1), .tooSlow(seconds: 1)])
        #expect(!image.isComplete)
    }

    @Test("The file as a whole has its time too")
    func whole() async throws {
        let limits = ImageLimits(processorSeconds: 2, pageSeconds: 30, pagesGivenUp: 9)
        let image = try await decoder(limits).decode(WrittenPDF.nestedForms(hostile: [2, 3, 4], of: 4))
        #expect(image.pages.map(\.problem) == [nil, .timedOut])
    }

    /// Other ways to be slow: what is packed three times, patterns of a hair's breadth, shapes made of shapes.
    private static let slow: [(name: String, content: String, resources: String, objects: [String])] = {
        // Objects of the second page begin at 7.
        let nested = (0..<24).map { level in
            let font = "/Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97"
            let next = level < 23 ? "/Resources << /Font << /T \(7 + 2 * level + 2) 0 R >> >>" : ""
            let shape = level < 23 ? "9 0 d0 BT /T 1 Tf (aaaa) Tj ET" : "9 0 d0 0 0 9 9 re f"
            return [
                "<< \(font) /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a \(7 + 2 * level + 1) 0 R >> \(next) >>",
                WrittenPDF.stream(shape),
            ]
        }.flatMap { $0 }
        let curves = (0..<40_000).map { "\($0 % 97) \($0 % 89) \($0 % 83) \($0 % 79) \($0 % 73) \($0 % 71) c" }
        let strokes = (0..<200).map { _ in "S 0 0 m \(curves.prefix(4_000).joined(separator: " "))" }
        return [
            ("shapes", "BT /T 1 Tf (aaaa) Tj ET", "/Font << /T 7 0 R >>", nested),
            ("curves", "[0.001] 0 d 40 w 0 0 m \(strokes.joined(separator: "\n")) S", "", []),
        ]
    }()

    @Test("Other ways to be slow", arguments: 0..<2)
    func others(_ index: Int) async throws {
        let slow = Self.slow[index]
        let file = WrittenPDF.pages(
            ["0 0 m 9 9 l S", slow.content],
            resources: slow.resources,
            media: "0 0 99 99",
            objects: slow.objects
        )
        let limits = ImageLimits(processorSeconds: 30, pageSeconds: 2)
        let image = try await decoder(limits).decode(file)
        #expect(image.pages.first?.problem == nil)
        // Poppler may refuse it; it may not go on for ever.
        #expect(image.pages.count == 2)
    }

    @Test("A child that stands still on a page is ended, and the next goes on behind it")
    func standsStill() async throws {
        let child = try FakeChild(
            """
            say() { echo "{\\"version\\":5,\\"message\\":$1}"; }
            begun() { say "{\\"progress\\":{\\"_0\\":{\\"begun\\":{\\"page\\":$1,\\"count\\":3}}}}"; }
            done_() { say "{\\"progress\\":{\\"_0\\":{\\"done\\":{\\"_0\\":{\\"number\\":$1,\\"width\\":5,\\"height\\":5,\\"isBlank\\":false},\\"codes\\":[],\\"cost\\":{\\"loading\\":1,\\"decoding\\":2},\\"isWhole\\":true}}}}"; }
            echo x >> $here/starts
            case "$1" in
            *'"firstPage":1'*) begun 1; done_ 1; begun 2; exec sleep 1000;;
            *'"firstPage":3'*) begun 3; done_ 3; say '{"end":{"isComplete":true}}';;
            esac
            """
        )
        let decoder = DecoderProcess(
            executable: child.path,
            timeLimit: .seconds(300),
            stillness: .seconds(3)
        )
        let image = try await decoder.decode([1, 2, 3])
        #expect(image.pages.map(\.problem) == [nil, .timedOut, nil])
        #expect(try child.note("starts") == "x\nx\n")
    }

    @Test("A page that kills the child costs that page alone")
    func crash() async throws {
        let child = try FakeChild(
            """
            say() { echo "{\\"version\\":5,\\"message\\":$1}"; }
            begun() { say "{\\"progress\\":{\\"_0\\":{\\"begun\\":{\\"page\\":$1,\\"count\\":2}}}}"; }
            done_() { say "{\\"progress\\":{\\"_0\\":{\\"done\\":{\\"_0\\":{\\"number\\":$1,\\"width\\":5,\\"height\\":5,\\"isBlank\\":false},\\"codes\\":[],\\"cost\\":{\\"loading\\":1,\\"decoding\\":2},\\"isWhole\\":true}}}}"; }
            case "$1" in
            *'"firstPage":1'*) begun 1; kill -SEGV $$;;
            *) begun 2; done_ 2; say '{"end":{"isComplete":true}}';;
            esac
            """
        )
        let image = try await DecoderProcess(executable: child.path).decode([1, 2, 3])
        #expect(image.pages.map(\.problem) == [.crashed(signal: 11), nil])
    }
}
