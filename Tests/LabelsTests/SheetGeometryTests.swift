import Testing

@testable import Labels

/// The shipped sheets are those of their maker.
@Suite struct SheetGeometryTests {
    /// As Avery's templates for word processors have it: margins, the size of a label and the way to the next one.
    struct Published: Sendable {
        let name: String
        /// Millimetres in one of the numbers below.
        let unit: Double
        let page: (width: Double, height: Double)
        let cells: (columns: Int, rows: Int)
        let margin: (side: Double, top: Double)
        let label: (width: Double, height: Double)
        let pitch: (across: Double, down: Double)
        /// How exactly the numbers are printed.
        let digit: Double
    }

    static let published = [
        Published(
            name: "avery-l7160",
            unit: 1,
            page: (210, 297),
            cells: (3, 7),
            margin: (7.21, 15.15),
            label: (63.5, 38.1),
            pitch: (66.04, 38.1),
            digit: 0.01
        ),
        Published(
            name: "avery-l7163",
            unit: 1,
            page: (210, 297),
            cells: (2, 7),
            margin: (4.65, 15.15),
            label: (99.1, 38.1),
            pitch: (101.6, 38.1),
            digit: 0.01
        ),
        Published(
            name: "avery-5160",
            unit: 25.4,
            page: (8.5, 11),
            cells: (3, 10),
            margin: (0.19, 0.5),
            label: (2.63, 1),
            pitch: (2.75, 1),
            digit: 0.01
        ),
        Published(
            name: "avery-5163",
            unit: 25.4,
            page: (8.5, 11),
            cells: (2, 5),
            margin: (0.16, 0.5),
            label: (4, 2),
            pitch: (4.19, 2),
            digit: 0.01
        ),
    ]

    @Test(arguments: published.map(\.name))
    func itIsTheOneOfTheMaker(name: String) throws {
        let published = try #require(Self.published.first { $0.name == name })
        let template = try Samples.shipped.template(named: published.name)
        let sheet = try #require(template.sheet)
        func expect(_ own: Double, _ theirs: Double, _ what: String) {
            #expect(abs(own / published.unit - theirs) <= published.digit / 2 + 1e-9, "\(what) \(own)")
        }
        expect(sheet.page.width, published.page.width, "page")
        expect(sheet.page.height, published.page.height, "page")
        expect(sheet.first.x, published.margin.side, "side margin")
        expect(sheet.first.y, published.margin.top, "top margin")
        expect(template.media.width, published.label.width, "width")
        expect(template.media.height, published.label.height, "height")
        expect(sheet.pitch.x, published.pitch.across, "pitch across")
        expect(sheet.pitch.y, published.pitch.down, "pitch down")
        #expect(sheet.columns == published.cells.columns && sheet.rows == published.cells.rows)
    }

    /// Cells lie on the page, next to each other or with the gap between them, and the margins are equal.
    @Test(arguments: published.map(\.name))
    func cellsLieOnThePage(name: String) throws {
        let template = try Samples.shipped.template(named: name)
        let sheet = try #require(template.sheet)
        let (width, height) = (template.media.width, template.media.height)
        let boxes = (0..<sheet.cells).map { cell in
            let corner = sheet.corner(of: cell)
            return LabelBox(x: corner.x, y: corner.y, width: width, height: height)
        }
        #expect(boxes.allSatisfy { $0.isInside(sheet.page) })
        for (index, box) in boxes.enumerated() {
            #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
        }
        let gap = (sheet.pitch.x - width, sheet.pitch.y - height)
        #expect(gap.0 >= 0 && gap.0 < 5.5 && gap.1 >= 0 && gap.1 < 5.5)
        let right = Double(sheet.columns) * width + Double(sheet.columns - 1) * gap.0 + 2 * sheet.first.x
        let foot = Double(sheet.rows) * height + Double(sheet.rows - 1) * gap.1 + 2 * sheet.first.y
        #expect(abs(right - sheet.page.width) < 0.05, "\(right)")
        #expect(abs(foot - sheet.page.height) < 0.05, "\(foot)")
    }
}
