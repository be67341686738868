import Barcodes
import Testing

@testable import Labels

/// Fields that are made to do harm: the symbols stay as they are, and it does not take long.
@Suite struct HostileFieldTests {
    private static let titles: [(name: String, text: String)] = [
        ("controls", String((0..<100_000).map { Character(Unicode.Scalar(UInt8($0 % 0x20))) })),
        ("letters", String(repeating: "W", count: 100_000)),
        ("words", String(repeating: "long words ", count: 9_000)),
        ("spaces", String(repeating: " \u{2003}\u{3000}", count: 20_000)),
        ("lines", String(repeating: "\r\n", count: 50_000)),
        ("marks", "Z" + String(repeating: "\u{0301}\u{0323}\u{20DD}", count: 15_000)),
        ("overrides", String(repeating: "\u{202E}abc\u{2067}def", count: 8_000)),
        ("emoji", String(repeating: "👩‍👩‍👧‍👦", count: 4_000)),
        ("ligatures", String(repeating: "ﻻ", count: 30_000)),
        ("nowhere", String(repeating: "\u{E000}\u{FFFF}\u{10FFFF}", count: 10_000)),
        ("scripts", String(repeating: "أحمد Ἀθῆναι Москва 北京 ", count: 2_000)),
        ("fields", String(repeating: "{barcode}{title}", count: 6_000)),
    ]

    @Test(arguments: titles.map(\.name), ["box-4x6in", "folder-end-tab"])
    func symbolsStayAsTheyAre(what: String, name: String) async throws {
        let title = try #require(Self.titles.first { $0.name == what }).text
        let template = try Samples.shipped.template(named: name)
        let renderer = LabelRenderer()
        let plain = try #require(
            try await renderer.rasters([try Samples.full(serial: 7, title: "A")], template: template).first
        )
        // The renderer reads every symbol back itself, in what it draws and in the PDF.
        let hostile = [try Samples.full(serial: 7, title: title)]
        guard what != "nowhere" else {
            await #expect(throws: LabelError.self) { try await renderer.rasters(hostile, template: template) }
            await #expect(throws: LabelError.self) { try await renderer.pdf(hostile, template: template) }
            return
        }
        let page = try #require(try await renderer.rasters(hostile, template: template).first)
        _ = try await renderer.pdf(hostile, template: template)
        for case .barcode(let symbol) in template.elements {
            let box = DotGrid(.common).inside(symbol.box)
            for y in box.y..<box.y + box.height {
                #expect((box.x..<box.x + box.width).allSatisfy { page.isBlack($0, y) == plain.isBlack($0, y) })
            }
        }
    }

    /// However long they are, what is laid out is short.
    @Test func theyAreCutBeforeTheyAreLaidOut() {
        let start = ContinuousClock.now
        for title in Self.titles {
            #expect(LabelText.printable(title.text).unicodeScalars.count <= 601, "\(title.name)")
        }
        // Far more than it takes.
        #expect(start.duration(to: .now) < .seconds(10))
    }

    /// What turns the order of letters round would do so with the words of the template behind it as well.
    @Test func ordersOfDirectionAreLeftOut() {
        let text = "a\u{202E}b\u{202D}c\u{202A}d\u{202B}e\u{202C}f\u{2066}g\u{2067}h\u{2068}i\u{2069}j"
        #expect(LabelText.printable(text) == "abcdefghij")
        // Marks of direction and what joins letters stay.
        #expect(LabelText.printable("א\u{200F}! \u{200D}") == "א\u{200F}! \u{200D}")
    }

    @Test func aCheckpointWithoutWordsIsNoSymbol() async throws {
        let template = try Samples.shipped.template(named: "checkpoint-100x50")
        let fields = Dictionary(uniqueKeysWithValues: Set(template.fields + ["checkpoint"]).map { ($0, "") })
        let content = LabelContent(barcode: nil, fields: fields)
        await #expect(throws: LabelError.missingField("checkpoint")) {
            try await LabelRenderer().pdf([content], template: template)
        }
    }
}
