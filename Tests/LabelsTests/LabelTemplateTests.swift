import Barcodes
import Localization
import Testing

@testable import Labels

@Suite struct LabelTemplateTests {
    @Test func shippedTemplateHoldsWhatItSays() throws {
        let template = try Samples.box()
        #expect(template.media == LabelMedia(width: 100, height: 50))
        #expect(template.elements.count == 3)
        #expect(template.fields == [])
        #expect(template.mentions("title"))
        let slip = try Samples.shipped.template(named: "out-guide-slip")
        #expect(slip.fields == ["custodian", "since"])
    }

    /// Each takes the right template below, changes one thing, and must be told where.
    @Test(arguments: [
        ("size: 20", "size: twenty", 7, "size is a number"),
        ("size: 20", "size: \"20\"", 7, "size is a number"),
        ("size: 20", "size: 1e1", 7, "size is a number"),
        ("size: 20", "size: 900", 7, "size is 4 to 400 points"),
        ("size: 20", "shade: red", 7, "unknown key shade"),
        ("minimumSize: 10", "minimumSize: 21", 8, "minimumSize is 4 points to size"),
        ("maximumLines: 2", "maximumLines: 1.5", 11, "maximumLines is a whole number"),
        ("align: center", "align: middle", 10, "align is start, center or end"),
        ("\"{title?}\"", "\"{title\"", 5, "a lone {"),
        ("\"{title?}\"", "\"{a b}\"", 5, "{a b} is not a field"),
        ("\"{title?}\"", "[a]", 5, "content is a text"),
        ("Sans Bold", "Sans 400", 6, "font is a family"),
        ("x: 4, y: 3", "x: -1, y: 3", 4, "the box leaves the label"),
        ("width: 92", "width: 97", 4, "the box leaves the label"),
        ("height: 14}", "height: 0}", 4, "the box has no size"),
        ("height: 14}", "height: 15.2}", 12, "overlaps a barcode or its quiet zone"),
        ("box: {x: 4, y: 3, width: 92, height: 14}", "box: {x: 4, y: 3}", 9, "box lacks width"),
        ("code128", "ean13", 13, "symbology is code128, code39, qr or datamatrix"),
        ("\"{barcode}\"", "\"{barcode}X\"", 14, "a barcode holds {barcode} or {checkpoint} and nothing else"),
        ("\"{barcode}\"", "\"{checkpoint}\"", 13, "a checkpoint fits into qr only"),
        ("moduleWidth: 0.25", "moduleWidth: 0.1", 16, "moduleWidth is 0.16 to 5 millimetres"),
        ("moduleWidth: 0.25", "moduleWidth: 0.6", 12, "the quiet zone leaves the box"),
        ("quietZone: 10", "quietZone: 9", 17, "the quiet zone of code128 is at least 10 modules"),
        ("moduleWidth: 0.25", "moduleWidth: 0.9", 12, "code128 needs 148.5 × 5.0 millimetres"),
        ("height: 17}", "height: 4}", 12, "the quiet zone leaves the box"),
        ("{width: 100,", "{width: 1000,", 2, "a side measures 10 to 420"),
        ("{width: 100,", "{depth: 100,", 2, "unknown key depth"),
        ("name: box", "name: ../box", 1, "a name holds lower-case letters"),
        ("name: box", "title: box", 1, "unknown key title"),
        ("name: box", "name: box\nname: box", 1, "the same key twice"),
        ("name: box", "name: &anchor box", 1, "anchors and aliases"),
        ("Sans Bold", "*font", 6, "anchors and aliases"),
        ("{x: 4, y: 3,", "&box {x: 4, y: 3,", 9, "anchors and aliases"),
        ("x: 4, y: 3", "x: &four 4, y: *four", 9, "anchors and aliases"),
        ("\"{title?}\"", "&Sons", 5, "anchors and aliases (& and *) are not allowed: put a text"),
        ("\"{title?}\"", "*", 5, "anchors and aliases (& and *) are not allowed: put a text"),
        ("\"{title?}\"", "!Sons", 5, "tags (!) are not allowed: put a text"),
        ("\"{title?}\"", "@home", 5, "put a text that begins with %, @ or ` in quotes"),
        ("\"{title?}\"", "`title`", 5, "put a text that begins with %, @ or ` in quotes"),
        ("\"{title?}\"", "{title}", 5, "content is a text: put one that begins with {"),
        ("\"{title?}\"", "# title", 5, "content is a text: put one that begins with {, [ or #"),
        ("\"{title?}\"", "Smith: {title}", 5, "put a text with a colon and a space in quotes"),
        ("\"{title?}\"", "\"{titel?}\"", 5, "{titel} is no field: did you mean {title}?"),
        ("\"{title?}\"", "\"{barCode}\"", 5, "did you mean {barcode}?"),
        ("\"{title?}\"", "\"{costodian?}\"", 5, "did you mean {custodian}?"),
        ("Sans Bold", "Sans Blod", 6, "Sans has no style Blod: did you mean Bold?"),
        ("Sans Bold", "Sanz Bold", 6, "no font Sanz is installed: did you mean Sans"),
        ("Sans Bold", "DejaVu Snas", 6, "no font DejaVu Snas is installed: did you mean DejaVu Sans"),
        ("Sans Bold", "Helvetica", 6, "no font Helvetica is installed"),
        ("Sans Bold", "Bold", 6, "the font has no family"),
        ("align: center", "align: center\n      ellipsis: left", 11, "ellipsis is levels, start, middle or end"),
        ("align: center", "align: center\n      colour: white", 4, "too near to what it stands on"),
        ("align: center", "align: center\n      colour: \"#ffd23f\"", 4, "too near to what it stands on"),
        ("elements:", "fields: [title]\nelements:", 3, "fields names those of your own"),
        ("elements:", "fields: [a b]\nelements:", 3, "fields names those of your own"),
        ("  - text:", "  - picture:", 4, "unknown key picture"),
        ("elements:", "elements: [", 4, ""),
        ("      align: center", "\talign: center", 10, "a tab at the beginning of the line: indent with spaces"),
        ("width: 96, height: 17", "width: 41.25, height: 17", 4, "no room for whole dots"),
    ])
    func wrongTemplatesSayWhere(right: String, wrong: String, line: Int, reason: String) throws {
        let yaml = try #require(Self.replacing(right, with: wrong))
        let error = try #require(throws: LabelTemplateError.self) { try LabelTemplate(parsing: yaml) }
        #expect(error.line == line, "\(error)")
        #expect(reason.isEmpty || error.reason.english.contains(reason), "\(error)")
    }

    @Test func theTableStartsFromARightTemplate() throws {
        #expect(try LabelTemplate(parsing: Self.right).name == "box")
    }

    @Test func hostileTextsEndQuickly() {
        let bomb = "a: &a [x, x]\n" + (1...40).map { "b\($0): &b\($0) [*a, *a, *a, *a]\n" }.joined()
        let texts = [
            "", "\u{0}", "- ", "just text", "[]", "---\na: 1\n---\nb: 2", bomb, "? *x : y",
            String(repeating: "[", count: 60_000), String(repeating: "{a: ", count: 12_000),
            String(repeating: "- ", count: 30_000), String(repeating: "? ", count: 30_000),
            String(repeating: "[ #]\n", count: 12_000), String(repeating: "x", count: 65_537),
            String(repeating: "!a ", count: 20_000), "<<: {name: x}", "name: !!binary x",
            (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ]
        let clock = ContinuousClock()
        let start = clock.now
        for text in texts {
            #expect(throws: LabelTemplateError.self) { try LabelTemplate(parsing: text) }
        }
        // Far more than it takes, far less than a bomb would.
        #expect(start.duration(to: clock.now) < .seconds(20))
    }

    /// What YAML gives a meaning to elsewhere is text in quotes, in blocks and within words.
    @Test(
        arguments: [
            ("\"R&D & {title} 2*3\"", "R&D & 🖉 2*3"), ("\"&Sons {title}\"", "&Sons 🖉"), ("'*{title}'", "*🖉"),
            ("'Smith & &Co. *x &x {title}'", "Smith & &Co. *x &x 🖉"), ("\"!{title} @ ` % # ~\"", "!🖉 @ ` % # ~"),
            ("Smith &Sons *x [1] {title}", "Smith &Sons *x [1] 🖉"), ("|-\n        &Sons {title}", "&Sons 🖉"),
            (">-\n        *{title}\n        [a]", "*🖉 [a]"), ("Smith\n        &Sons {title}", "Smith &Sons 🖉"),
            ("\"{title}\" # &a *a [[[[[[[[[ {{{{{{{{{ \"", "🖉"), ("\"[[[[[[[[[[ {title}\"", "[[[[[[[[[[ 🖉"),
            ("\"{title}: 'it''s'\"", "🖉: 'it''s'"), ("'{title} it''s'", "🖉 it's"), ("\"\\u00fc{title}\"", "ü🖉"),
            ("\"{title}\"\n" + String(repeating: " ", count: 90) + "# far to the right", "🖉"),
            ("!!str \"{title}\"", "🖉"),
        ]
    )
    func whatIsQuotedIsText(written: String, read: String) throws {
        for end in ["\n", "\r\n"] {
            let yaml = try #require(Self.replacing("\"{title?}\"", with: written)).replacing("\n", with: end)
            guard case .text(let text) = try LabelTemplate(parsing: yaml).elements.first else {
                throw LabelError.noLabels
            }
            #expect(try text.content.words { _ in "🖉" }.text == read)
        }
    }

    @Test(
        arguments: [
            "Sans", "sans-serif", "Sans-Serif Bold", "Serif Italic", "monospace", "DejaVu Sans Mono Bold",
            "dejavu sans",
        ]
    )
    func familiesThatAreThereCanBeUsed(font: String) throws {
        let yaml = try #require(Self.replacing("Sans Bold", with: font))
        #expect(try LabelTemplate(parsing: yaml).name == "box")
    }

    /// A name that is like no field is one of the site's, and so is one that the template says it has.
    @Test func aSiteHasFieldsOfItsOwn() throws {
        let shade = try #require(Self.replacing("\"{title?}\"", with: "\"{shade} {room?}\""))
        #expect(try LabelTemplate(parsing: shade).fields == ["shade"])
        let titel = try #require(Self.replacing("\"{title?}\"", with: "\"{titel} {size?}\""))
        #expect(throws: LabelTemplateError.self) { try LabelTemplate(parsing: titel) }
        let own = titel.replacing("elements:", with: "fields: [titel, size]\nelements:")
        #expect(try LabelTemplate(parsing: own).fields == ["titel"])
    }

    /// The same bars are wider on a coarser printer, as they are whole dots.
    @Test(
        arguments: [
            ("width: 96", "moduleWidth: 0.25", [203, 300, 600, 1_200]), ("width: 82.7", "moduleWidth: 0.5", [203]),
            ("width: 38", "moduleWidth: 0.2", [600, 1_200]), ("width: 29", "moduleWidth: 0.17", [300]),
            ("width: 41.5", "moduleWidth: 0.25", [203]),
        ] as [(String, String, [Int])]
    )
    func aTemplateSaysForWhichPrintersItIs(width: String, module: String, expected: [Int]) async throws {
        let yaml = try #require(Self.replacing("width: 96", with: width))
            .replacing("moduleWidth: 0.25", with: module)
        let template = try LabelTemplate(parsing: yaml)
        #expect(template.resolutions.map(\.across) == expected)
        for resolution in PrintResolution.usual where resolution.across <= 600 {
            let content = try Samples.content()
            let drawn = try? await LabelRenderer().rasters(
                [content],
                template: template,
                target: LabelTarget(resolution: resolution)
            )
            #expect((drawn != nil) == expected.contains(resolution.across), "\(resolution)")
        }
    }

    private static func replacing(_ right: String, with wrong: String) -> String? {
        guard let range = Self.right.firstRange(of: right) else { return nil }
        var yaml = Self.right
        yaml.replaceSubrange(range, with: wrong)
        return yaml
    }

    private static let right = """
        name: box
        media: {width: 100, height: 50}
        elements:
          - text:
              content: "{title?}"
              font: Sans Bold
              size: 20
              minimumSize: 10
              box: {x: 4, y: 3, width: 92, height: 14}
              align: center
              maximumLines: 2
          - barcode:
              symbology: code128
              content: "{barcode}"
              box: {x: 2, y: 18, width: 96, height: 17}
              moduleWidth: 0.25
              quietZone: 10
        """
}
