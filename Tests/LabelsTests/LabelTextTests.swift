import Testing

@testable import Labels

/// Text that does not fit loses what matters least, and says so.
@Suite struct LabelTextTests {
    /// What stands in each text of a label that mentions `field`.
    private static func set(_ content: LabelContent, on template: LabelTemplate, field: String) throws -> [String] {
        let grid = DotGrid(.common)
        return try template.elements.compactMap { element -> String? in
            guard case .text(let text) = element, text.content.mentions(field) else { return nil }
            let setter = try TextSetter(isOneBit: true)
            let words = try text.content.words(content.value)
            guard try setter.fit(words, as: text, in: grid.inside(text.box), grid: grid) != nil else { return nil }
            return try Self.words(of: setter)
        }
    }

    /// Without spaces, which lines lose where they end.
    private static func words(of setter: TextSetter) throws -> String {
        var shown = ""
        try setter.visitGlyphs { glyph in shown += glyph.text }
        return dense(shown)
    }

    private static func dense(_ text: String) -> String { text.filter { $0 != " " && $0 != "\u{A0}" } }

    private static func content(_ fields: [String: String]) throws -> LabelContent {
        let plain = try Samples.full(serial: 1, title: "Minutes")
        return LabelContent(barcode: plain.barcode, fields: plain.fields.merging(fields) { $1 })
    }

    private static let homes = [
        ["Central Archive", "Main Building", "Room 0.12 North", "Bay 12", "Shelf 4"],
        ["Zentralarchiv des Landkreises", "Verwaltungsgebäude Nord", "Untergeschoss", "Regalanlage 104 B", "Fach 9"],
        ["Городской архив имени Пирогова", "Главное здание", "Хранилище номер 3", "Стеллаж 12", "Полка 4"],
        [
            "Archive of the Court of Appeal of the State", "Annex", "Second Lower Level", "Aisle 17", "Bay 3",
            "Shelf 12",
        ],
    ]

    /// Wherever a home stands, its last levels do, and what is left out is whole levels.
    @Test(arguments: ["out-guide-slip", "box-4x6in", "folder-end-tab", "shelf", "pull-list-page"], homes)
    func aHomeLosesItsOuterLevels(name: String, levels: [String]) throws {
        let template = try Samples.shipped.template(named: name)
        for count in 1...20 {
            let home = levels.dropLast() + ["\(levels.last ?? "") \(String(repeating: "x", count: count))"]
            let content = try Self.content(["home": home.joined(separator: " › ")])
            let shown = try #require(try Self.set(content, on: template, field: "home").first)
            let whole = Self.dense(home.joined(separator: "›"))
            #expect(shown == whole || shown.hasPrefix("…›") && whole.hasSuffix("›" + shown.dropFirst(2)), "\(shown)")
            #expect(shown.hasSuffix(Self.dense(home.suffix(2).joined(separator: "›"))), "\(shown)")
        }
    }

    /// Levels in scripts of both directions follow each other as they were given, in the direction of the first letter.
    @Test(arguments: ["shelf", "box-4x6in", "out-guide-slip", "pull-list-page"], Array(Samples.mixedHomes.prefix(2)))
    func levelsKeepTheirOrder(name: String, levels: [String]) throws {
        let template = try Samples.shipped.template(named: name)
        // One line, however small.
        let content = try Self.content(["home": levels.joined(separator: " › ")])
        for case .text(let text) in template.elements where text.content.mentions("home") {
            let setter = try TextSetter(isOneBit: true)
            let words = try text.content.words(content.value).printable(.end)
            let grid = DotGrid(.common)
            let room = DotBox(x: 0, y: 0, width: 100_000, height: 200)
            _ = try #require(try setter.fit(words, as: text, in: room, grid: grid))
            var marks: [(place: Double, level: Int)] = []
            var seen = ""
            try setter.visitGlyphs { glyph in
                seen += glyph.text
                for (index, level) in levels.enumerated() where level.hasPrefix(glyph.text) && !glyph.text.isEmpty {
                    if glyph.text.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) {
                        marks.append((glyph.x, index))
                    }
                }
            }
            let order = marks.sorted { $0.place < $1.place }.map(\.level)
            let isRightToLeft = levels[0].unicodeScalars.first.map { (0x590...0x6FF).contains($0.value) } ?? false
            #expect(order == (isRightToLeft ? levels.indices.reversed() : Array(levels.indices)), "\(seen)")
        }
    }

    @Test func aHomeThatFitsIsWhole() throws {
        let home = Self.homes[0].joined(separator: " › ")
        for name in ["out-guide-slip", "box-4x6in", "shelf"] {
            let template = try Samples.shipped.template(named: name)
            #expect(try Self.set(Self.content(["home": home]), on: template, field: "home") == [Self.dense(home)])
        }
    }

    /// Written from right to left, the shelf is the last level all the same.
    @Test func aHomeFromRightToLeftKeepsItsShelf() throws {
        let levels = [
            "الأرشيف المركزي للمحكمة العليا في العاصمة", "المبنى الرئيسي الجديد", "القاعة الكبيرة رقم ٢", "الخزانة ١٢",
            "الرف ٤",
        ]
        let words = LabelWords(way: levels).printable(.levels)
        for (index, shorter) in (0..<4).map({ ($0, ShorterWords(words, .levels)[$0]) }) {
            // Marks of direction are not seen.
            let seen = shorter.replacing("\u{200F}", with: "").replacing("\u{2068}", with: "")
                .replacing("\u{2069}", with: "").replacing("\u{A0}", with: " ")
            #expect(seen == "… › " + levels[(index + 1)...].joined(separator: " › "))
        }
    }

    /// The case number of a box stands at the end of its title as often as at the beginning.
    @Test(arguments: Samples.shipped.names().filter { !$0.hasPrefix("ruler") && !$0.hasPrefix("checkpoint") })
    func aLongTitleKeepsBothEnds(name: String) throws {
        let template = try Samples.shipped.template(named: name)
        let middle = String(repeating: "Featherstonehaugh-Montgomery and others against ", count: 12)
        let content = try Self.content(["title": "2019-CR-004711 \(middle)Part 7 of 2019-CV-000815"])
        let shown = try #require(try Self.set(content, on: template, field: "title").first)
        #expect(shown.hasPrefix("2019-CR-004711"), "\(shown)")
        #expect(shown.hasSuffix("2019-CV-000815"), "\(shown)")
        #expect(shown.contains("…"))
    }

    /// Each form is shorter than the one before it, and says what it lacks.
    @Test(arguments: LabelText.Ellipsis.allCases)
    func everyFormIsShorterAndSaysSo(ellipsis: LabelText.Ellipsis) throws {
        var words = LabelWords("Home: ")
        words.append("Archive › Bay 12 › Shelf 4", of: "home")
        words.append(", kept")
        let forms = ShorterWords(words.printable(ellipsis), ellipsis)
        let all = (0..<forms.count).map { forms[$0] }
        for (longer, shorter) in zip(all, all.dropFirst()) { #expect(shorter.count <= longer.count) }
        #expect(all.allSatisfy { $0.contains("…") })
        #expect(all.last == "…")
        let first = try #require(all.first).replacing("\u{A0}", with: " ")
        switch ellipsis {
        case .levels:
            #expect(first == "Home: … › Bay 12 › Shelf 4, kept")
            #expect(all[1].replacing("\u{A0}", with: " ") == "Home: … › Shelf 4, kept")
        case .start: #expect(first == "… Archive › Bay 12 › Shelf 4, kept")
        case .middle: #expect(first == "Home: Archive › … › Shelf 4, kept")
        case .end: #expect(first == "Home: Archive › Bay 12 › Shelf 4, …")
        }
    }

    /// What is longer than anything that is looked at keeps the right end too.
    @Test func theLongestTextsKeepWhatMatters() throws {
        let long = (0..<200).map { "Level \($0)" }.joined(separator: " › ")
        let way = LabelWords(way: [long, "Shelf 4"]).printable(.levels).text
        #expect(way.hasPrefix("…") && way.hasSuffix("Shelf\u{A0}4") && way.unicodeScalars.count <= 700)
        let words = "first \(String(repeating: "x", count: 5_000)) last"
        let title = LabelText.printable(words, ellipsis: .middle)
        #expect(title.hasPrefix("first") && title.hasSuffix("last") && title.unicodeScalars.count == 601)
        #expect(LabelText.printable(words, ellipsis: .start).hasSuffix("last"))
    }

    /// A name that is too long for its line alone is cut in its middle.
    @Test func theLastLevelIsCutWhenItMustBe() throws {
        let template = try Samples.shipped.template(named: "out-guide-slip")
        let shelf = "Shelf" + String(repeating: "w", count: 200) + "12"
        let shown = try Self.set(Self.content(["home": "Archive › \(shelf)"]), on: template, field: "home")
        let words = try #require(shown.first)
        #expect(words.hasPrefix("Shelf") && words.hasSuffix("12") && words.contains("…"), "\(words)")
    }

    /// What is broken within a word gets no letter that it had not, as a signature must not.
    @Test func nothingIsAddedWhereAWordIsBroken() throws {
        let template = try Samples.shipped.template(named: "checkpoint-100x50")
        let shown = try Self.set(Samples.checkpoint, on: template, field: "checkpoint")
        let text = try #require(Samples.checkpoint.fields["checkpoint"])
        #expect(shown == [Self.dense(text.replacing("\n", with: ""))])
        let title = String(repeating: "W", count: 120)
        let label = try Self.content(["title": title])
        #expect(try Self.set(label, on: Samples.shipped.template(named: "box-4x6in"), field: "title") == [title])
    }

    /// A line that is higher than its box is made smaller than the floor, and not cut through its letters.
    @Test func aLineHigherThanItsBoxIsWhole() async throws {
        let yaml = Samples.qr.replacing("size: 12\n      minimumSize: 6", with: "size: 40\n      minimumSize: 40")
        let template = try LabelTemplate(parsing: yaml)
        let page = try #require(try await LabelRenderer().rasters([Samples.content()], template: template).first)
        let box = DotGrid(.common).inside(LabelBox(x: 1, y: 22, width: 38, height: 7))
        let inked = (box.y..<box.y + box.height).filter { y in (0..<page.width).contains { page.isBlack($0, y) } }
        #expect(try #require(inked.first) > box.y)
        #expect(try #require(inked.last) < box.y + box.height - 1)
    }
}

extension LabelWords {
    fileprivate init(way levels: [String]) {
        self.init()
        append(levels.joined(separator: LabelWords.separator), of: "home")
    }
}
