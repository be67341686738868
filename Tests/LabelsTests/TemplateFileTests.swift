import Localization
import Testing

@testable import Labels

/// Files as editors write them: what can be read is used, and everything else says where and why; checking and using are
/// one.
@Suite struct TemplateFileTests {
    /// Letters beyond ASCII on the second line.
    private static let text = Samples.qr.replacing("name: qr", with: "name: qr\n# Müller – 市")

    private static func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
        "\u{FEFF}\(text)".utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isLittleEndian ? [low, high] : [high, low]
        }
    }

    private static let good: [(name: String, bytes: [UInt8])] = [
        ("UTF-8", Array(text.utf8)), ("UTF-8 with its mark", [0xEF, 0xBB, 0xBF] + text.utf8),
        ("UTF-16 of Windows", utf16(text, isLittleEndian: true)),
        ("UTF-16 of networks", utf16(text, isLittleEndian: false)),
        ("Windows' line ends", Array(text.replacing("\n", with: "\r\n").utf8)),
        ("a marked document", Array("%YAML 1.1\n---\n\(text)\n...\n".utf8)),
    ]

    private static let bad: [(name: String, bytes: [UInt8], line: Int, reason: String)] = [
        ("Latin-1", bytes("# M", [0xFC], "ller"), 2, "the byte FC is not UTF-8: the file may be Latin-1"),
        ("Windows-1252", bytes("# ", [0x93], "x"), 2, "the byte 93 is not UTF-8"),
        ("cut UTF-8", bytes("# ", [0xE2, 0x82], ""), 2, "is not UTF-8"),
        ("long UTF-8", bytes("# ", [0xC0, 0xAF], ""), 2, "the byte C0 is not UTF-8"),
        ("surrogates", bytes("# ", [0xED, 0xA0, 0x80], ""), 2, "the byte ED is not UTF-8"),
        ("half a unit", utf16(text, isLittleEndian: true) + [0x20], 1, "broken UTF-16"),
        ("half a pair", utf16(text, isLittleEndian: true) + [0x00, 0xD8], 1, "broken UTF-16"),
        (
            "UTF-16 without its mark", Array(utf16(text, isLittleEndian: true).dropFirst(2)), 1,
            "UTF-16 without a byte order mark"
        ),
        ("a mark in the middle", bytes("# \u{FEFF}", [], ""), 2, "a byte order mark within the text"),
        ("too long", Array((text + String(repeating: "# x\n", count: 20_000)).utf8), 1, "at most 64 KiB"),
    ]

    /// The template with a second line of these.
    private static func bytes(_ start: String, _ middle: [UInt8], _ end: String) -> [UInt8] {
        Array("name: qr\n\(start)".utf8) + middle + Array("\(end)\n".utf8) + Array(Samples.qr.utf8.dropFirst(9))
    }

    @Test(arguments: good.map(\.name))
    func whatEditorsWriteIsUsed(name: String) throws {
        let file = try #require(Self.good.first { $0.name == name })
        let directory = try ScratchDirectory()
        _ = try directory.write(file.bytes, as: "qr.yaml")
        let library = LabelTemplateLibrary(directories: [directory.path])
        #expect(try library.template(named: "qr").name == "qr")
        #expect(try library.check(file.bytes, file: "qr.yaml") == library.template(named: "qr"))
    }

    @Test(arguments: bad.map(\.name))
    func whatIsNoTextSaysWhereAndWhy(name: String) throws {
        let file = try #require(Self.bad.first { $0.name == name })
        let directory = try ScratchDirectory()
        let path = try directory.write(file.bytes, as: "qr.yaml")
        let library = LabelTemplateLibrary(directories: [directory.path])
        let error = try #require(throws: LabelTemplateError.self) { try library.check(file.bytes, file: "qr.yaml") }
        #expect(error.line == file.line, "\(error)")
        #expect(error.reason.english.contains(file.reason), "\(error)")
        #expect(throws: LabelTemplateLibraryError.refused(path: path, error)) { try library.template(named: "qr") }
    }

    @Test(arguments: ["other.yaml", "qr.yml", "QR.yaml", "qr", ".yaml", "qr.yaml.txt"])
    func aFileThatWouldNotBeFoundIsRefused(file: String) throws {
        let library = LabelTemplateLibrary(directories: [])
        let error = try #require(throws: LabelTemplateError.self) {
            try library.check(Array(Samples.qr.utf8), file: file)
        }
        #expect(error.reason.english.contains("its file is called qr.yaml"))
        #expect(try library.check(Array(Samples.qr.utf8), file: nil).name == "qr")
    }

    /// A letter of the template's own words is as much a part of the label as one of a title.
    @Test func ownWordsNeedAFont() async throws {
        let renderer = LabelRenderer()
        let words = Samples.qr.replacing("\"{barcode}\"\n      font", with: "\"\u{E000}{barcode}\"\n      font")
        let template = try LabelTemplate(parsing: words)
        await #expect(throws: LabelError.templateGlyphs(["\u{E000}"], of: "qr")) { try await renderer.check(template) }
        for name in Samples.shipped.names() { try await renderer.check(try Samples.shipped.template(named: name)) }
    }
}
