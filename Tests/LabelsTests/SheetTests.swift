import Localization
import Testing

@testable import Labels

@Suite struct SheetTests {
    private static let yaml = """
        name: sheet
        media: {width: 60, height: 30}
        sheet: {page: {width: 210, height: 297}, columns: 3, rows: 8, left: 10, top: 20, across: 64, down: 32}
        elements:
          - barcode:
              symbology: qr
              content: "{barcode}"
              box: {x: 1, y: 1, width: 20, height: 20}
              moduleWidth: 0.25
              quietZone: 4
        pageElements:
          - text:
              content: "{header?}"
              font: Sans
              size: 12
              minimumSize: 8
              box: {x: 10, y: 5, width: 100, height: 10}
              align: start
              maximumLines: 1
        """

    @Test func labelsAreReadLikeAText() throws {
        let template = try LabelTemplate(parsing: Self.yaml)
        let sheet = try #require(template.sheet)
        #expect(template.page == LabelMedia(width: 210, height: 297))
        #expect(template.labelsPerPage == 24)
        #expect(sheet.corner(of: 0) == LabelPoint(x: 10, y: 20))
        #expect(sheet.corner(of: 2) == LabelPoint(x: 138, y: 20))
        #expect(sheet.corner(of: 4) == LabelPoint(x: 74, y: 52))
    }

    @Test func usedCellsOfTheFirstSheetStayEmpty() throws {
        let template = try LabelTemplate(parsing: Self.yaml)
        let plan = try PagePlan(count: 30, template: template, used: [1, 2, 24, 99])
        #expect(plan.pages.map(\.labels) == [0..<21, 21..<30])
        #expect(Array(plan.pages[0].cells) == Array(2..<23))
        #expect(Array(plan.pages[1].cells) == Array(0..<9))
        #expect(throws: LabelError.sheetFull(cells: 24)) {
            try PagePlan(count: 1, template: template, used: Set(1...24))
        }
        let roll = try PagePlan(count: 2, template: Samples.box(), used: [1])
        #expect(roll.pages.count == 2)
    }

    @Test func aLabelStandsInItsCell() async throws {
        let template = try LabelTemplate(parsing: Self.yaml)
        let pages = try await LabelRenderer().rasters([Samples.content()], template: template, used: [1, 2, 3, 4])
        let page = try #require(pages.first)
        let ink = try #require(page.ink)
        // The fifth cell begins at 74 and 52 mm; 8 dots are a millimetre.
        #expect((74 * 8..<95 * 8).contains(ink.x) && ink.x + ink.width <= 95 * 8)
        #expect((52 * 8..<73 * 8).contains(ink.y) && ink.y + ink.height <= 73 * 8)
    }

    /// A printer that draws everything 2 mm too far left and 1 % too small is told otherwise, and bars stay whole dots.
    @Test func aCalibrationMovesPlacesAndStretchesNoBars() async throws {
        let template = try LabelTemplate(parsing: Self.yaml)
        let calibration = try #require(PrinterCalibration(offsetX: 2, offsetY: -1, scaleX: 1.01, scaleY: 0.99))
        let last = Set(1...23)
        let plain = try await LabelRenderer().rasters([Samples.content()], template: template, used: last)
        let moved = try await LabelRenderer().rasters(
            [Samples.content()],
            template: template,
            target: LabelTarget(calibration: calibration),
            used: last
        )
        let (from, to) = (try #require(plain.first?.ink), try #require(moved.first?.ink))
        #expect(plain.first?.width == moved.first?.width)
        // The middle of the symbol is at 149 and 255 mm.
        let right = Double(to.x - from.x) / 203 * 25.4
        let down = Double(to.y - from.y) / 203 * 25.4
        #expect((3.29...3.69).contains(right))
        #expect((-3.75 ... -3.35).contains(down))
        #expect(from.width == to.width && from.height == to.height)
        #expect(PrinterCalibration(offsetX: 11, offsetY: 0, scaleX: 1, scaleY: 1) == nil)
        #expect(PrinterCalibration(offsetX: 0, offsetY: 0, scaleX: 1.2, scaleY: 1) == nil)
        #expect(PrinterCalibration(offsetX: .nan, offsetY: 0, scaleX: 1, scaleY: 1) == nil)
    }

    @Test(arguments: [
        ("columns: 3", "columns: 4", 3, "the labels leave the page"),
        ("columns: 3", "columns: 41", 3, "columns is 1 to 40"),
        ("across: 64", "across: 59", 3, "across is the width of a label"),
        ("down: 32", "down: 20", 3, "down is the height of a label"),
        ("rows: 8", "rows: 9", 3, "the labels leave the page"),
        ("box: {x: 10, y: 5,", "box: {x: 10, y: 25,", 12, "the box overlaps a label"),
        ("sheet: {page", "sheets: {page", 3, "unknown key sheets"),
        ("sheet: {page: {width: 210", "sheet: {page: {width: 900", 3, "a side measures 10 to 420"),
    ])
    func wrongSheetsSayWhere(right: String, wrong: String, line: Int, reason: String) throws {
        let range = try #require(Self.yaml.firstRange(of: right))
        var yaml = Self.yaml
        yaml.replaceSubrange(range, with: wrong)
        let error = try #require(throws: LabelTemplateError.self) { try LabelTemplate(parsing: yaml) }
        #expect(error.line == line, "\(error)")
        #expect(error.reason.english.contains(reason), "\(error)")
    }

    @Test func onlyASheetHasPageElements() throws {
        let lines = Self.yaml.split(separator: "\n").filter { !$0.hasPrefix("sheet") }
        let error = try #require(throws: LabelTemplateError.self) {
            try LabelTemplate(parsing: lines.joined(separator: "\n"))
        }
        #expect(error.reason.english == "only a sheet has pageElements")
    }
}

extension LabelRaster {
    /// The smallest box around all black dots.
    fileprivate var ink: DotBox? {
        var (left, right, top, foot) = (width, -1, height, -1)
        for y in 0..<height {
            for x in 0..<width where isBlack(x, y) {
                (left, right) = (min(left, x), max(right, x))
                (top, foot) = (min(top, y), max(foot, y))
            }
        }
        return right < 0 ? nil : DotBox(x: left, y: top, width: right - left + 1, height: foot - top + 1)
    }
}
