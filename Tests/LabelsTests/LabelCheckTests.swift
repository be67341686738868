import Barcodes
import Localization
import Testing

@testable import Labels

/// What cannot be printed as it should be is not printed: no box for a letter, no blank where a word is needed.
@Suite struct LabelCheckTests {
    private static func content(_ title: String) throws -> LabelContent { try Samples.full(serial: 7, title: title) }

    /// Characters of which no font has a glyph, in each place where one can stand.
    @Test(arguments: [
        "\u{E000}", "Smith \u{F8FF}", "a\u{10FFFD}b", "Smith\u{0378}", "one \u{E000} three", "سجل\u{E000}",
    ])
    func aCharacterWithoutAGlyphIsNamed(title: String) async throws {
        let renderer = LabelRenderer()
        let missing = title.unicodeScalars.filter {
            [.privateUse, .unassigned].contains($0.properties.generalCategory)
        }
        for name in ["box-100x50", "box-4x6in", "folder-end-tab", "avery-5160", "spine", "out-guide-slip"] {
            let template = try Samples.shipped.template(named: name)
            let content = try Self.content(title)
            let expected = LabelError.missingGlyphs(Array(missing), of: content.barcode)
            await #expect(throws: expected, "\(name)") { try await renderer.check([content], template: template) }
            await #expect(throws: expected, "\(name)") { try await renderer.rasters([content], template: template) }
            await #expect(throws: expected, "\(name)") { try await renderer.pdf([content], template: template) }
        }
    }

    @Test(
        arguments: [
            ([0x4E2D], "fonts-noto-cjk"), ([0xAC00], "fonts-noto-cjk"), ([0x1F4E6], "fonts-symbola"),
            ([0x0939], "fonts-noto-core"), ([0x16A0], "fonts-noto-core"), ([0x12000], "fonts-noto-extra"),
        ] as [([UInt32], String)]
    )
    func thePackageIsNamedThatHasIt(scalars: [UInt32], package: String) throws {
        let words = LabelError.missingGlyphs(scalars.compactMap { Unicode.Scalar($0) }, of: nil).description
        #expect(words.contains("apt install \(package)"))
        #expect(words.hasPrefix("cannot write U+"))
    }

    /// A blank is no value, whatever it is made of.
    @Test(arguments: ["", " ", "\u{2003}\u{200B}", "\u{FEFF}", "\n\t"])
    func aNeededFieldIsNotBlank(value: String) async throws {
        let renderer = LabelRenderer()
        let slip = try Samples.shipped.template(named: "out-guide-slip")
        for field in ["custodian", "since"] {
            let full = try Self.content("Smith")
            let fields = full.fields.merging([field: value]) { _, new in new }
            let content = LabelContent(barcode: full.barcode, fields: fields)
            await #expect(throws: LabelError.missingField(field)) {
                try await renderer.check([content], template: slip)
            }
            await #expect(throws: LabelError.missingField(field)) { try await renderer.pdf([content], template: slip) }
        }
        // A badge without a name is nobody's; a box without a title is a box.
        let badge = try Samples.shipped.template(named: "badge")
        await #expect(throws: LabelError.missingField("title")) {
            try await renderer.rasters([try Self.content(value)], template: badge)
        }
        let box = try Samples.shipped.template(named: "box-100x50")
        #expect(try await renderer.rasters([try Self.content(value)], template: box).count == 1)
    }

    @Test func aYearThatNobodyGaveHasNoBand() async throws {
        let template = try Samples.shipped.template(named: "folder-end-tab")
        let full = try Self.content("Smith")
        let renderer = LabelRenderer()
        func page(_ year: String?) async throws -> LabelRaster {
            var fields = full.fields
            fields["year"] = year
            let content = LabelContent(barcode: full.barcode, fields: fields)
            return try #require(try await renderer.rasters([content], template: template).first)
        }
        let (none, given) = (try await page(nil), try await page("2002"))
        func ink(_ page: LabelRaster) -> Int {
            (0..<90).reduce(0) { sum, y in sum + (0..<page.width).count { page.isBlack($0, y) } }
        }
        #expect(ink(none) == 0)
        #expect(ink(given) > 0)
    }
}
