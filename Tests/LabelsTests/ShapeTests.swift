import Localization
import Testing

@testable import Labels

@Suite struct ShapeTests {
    private static func yaml(_ element: String) -> String {
        "name: x\nmedia: {width: 50, height: 40}\nelements:\n  - \(element)\n"
    }

    @Test(arguments: [
        ("line: {from: {x: 1, y: 1}, to: {x: 9, y: 2}, thickness: 1}", "a line runs straight"),
        ("line: {from: {x: 9, y: 1}, to: {x: 1, y: 1}, thickness: 1}", "a line runs straight"),
        ("line: {from: {x: 1, y: 1}, to: {x: 9, y: 1}, thickness: 0}", "thickness is 0.1 to 20"),
        ("line: {from: {x: 1, y: 1}, to: {x: 60, y: 1}, thickness: 1}", "the box leaves the label"),
        ("frame: {box: {x: 1, y: 1, width: 9, height: 9}}", "a frame has a thickness, a fill, or both"),
        ("frame: {box: {x: 1, y: 1, width: 9, height: 9}, fill: red}", "fill is black, white or in quotes"),
        (
            "band: {content: \"{number}\", digit: 0, palette: year, box: {x: 1, y: 1, width: 9, height: 9}}",
            "digit is 1"
        ),
        (
            "band: {content: \"{number}\", digit: 1, palette: blue, box: {x: 1, y: 1, width: 9, height: 9}}",
            "palette is terminal-digit or year"
        ),
        ("arrow: {direction: north, box: {x: 1, y: 1, width: 9, height: 9}}", "direction is up, down, left or right"),
        ("ruler: {direction: up, box: {x: 1, y: 1, width: 9, height: 9}}", "direction is across or down"),
        ("image: {file: ../arms.png, box: {x: 1, y: 1, width: 9, height: 9}}", "file is the name of a PNG file"),
        ("image: {file: none.png, box: {x: 1, y: 1, width: 9, height: 9}}", "cannot read none.png"),
        ("{line: {}, frame: {}}", "an element is one of arrow, band, barcode, frame, image, line, ruler, text"),
    ])
    func wrongShapesSayWhy(element: String, reason: String) throws {
        let error = try #require(throws: LabelTemplateError.self) { try LabelTemplate(parsing: Self.yaml(element)) }
        #expect(error.line == 4)
        #expect(error.reason.english.contains(reason), "\(error)")
    }

    @Test func edgesLieOnDots() async throws {
        let template = try LabelTemplate(
            parsing: Self.yaml(
                """
                line: {from: {x: 5, y: 5}, to: {x: 45, y: 5}, thickness: 0.5}
                  - frame: {box: {x: 5, y: 10, width: 20, height: 10}, thickness: 0.25}
                  - arrow: {direction: right, box: {x: 30, y: 10, width: 10, height: 10}}
                """
            )
        )
        let content = LabelContent(barcode: nil)
        for resolution in ["203", "300", "203x406"] {
            let target = LabelTarget(resolution: try #require(PrintResolution(parsing: resolution)))
            let page = try #require(
                try await LabelRenderer().rasters([content], template: template, target: target).first
            )
            let grid = DotGrid(target)
            let line = grid.nearest(LabelBox(x: 5, y: 4.75, width: 40, height: 0.5))
            for y in line.y - 1...line.y + line.height {
                for x in [line.x - 1, line.x, line.x + line.width - 1, line.x + line.width] {
                    let isInside =
                        (line.x..<line.x + line.width).contains(x) && (line.y..<line.y + line.height).contains(y)
                    #expect(page.isBlack(x, y) == isInside, "\(resolution) \(x) \(y)")
                }
            }
            // A frame leaves its middle white, an arrow fills its own.
            #expect(!page.isBlack(Int(grid.x(15)), Int(grid.y(15))))
            #expect(page.isBlack(Int(grid.x(5.1)), Int(grid.y(15))))
            #expect(page.isBlack(Int(grid.x(33)), Int(grid.y(15))))
            #expect(!page.isBlack(Int(grid.x(31)), Int(grid.y(11))))
        }
    }

    @Test func aFrameMayStandAroundABarcodeButNotOnIt() throws {
        let barcode = """
            barcode: {symbology: qr, content: "{barcode}", box: {x: 5, y: 5, width: 20, height: 20}, moduleWidth: 0.3, quietZone: 4}
            """
        _ = try LabelTemplate(
            parsing: Self.yaml("\(barcode)\n  - frame: {box: {x: 4, y: 4, width: 22, height: 22}, thickness: 1}")
        )
        for frame in [
            "{box: {x: 4, y: 4, width: 22, height: 22}, thickness: 1.5}",
            "{box: {x: 4, y: 4, width: 22, height: 22}, fill: white}",
        ] {
            let error = try #require(throws: LabelTemplateError.self) {
                try LabelTemplate(parsing: Self.yaml("\(barcode)\n  - frame: \(frame)"))
            }
            #expect(error.reason.english.contains("overlaps a barcode"))
        }
    }

    @Test func aBandShowsItsDigit() throws {
        let template = try LabelTemplate(
            parsing: Self.yaml(
                "band: {content: \"{number}\", digit: 2, palette: terminal-digit, box: {x: 1, y: 1, width: 9, height: "
                    + "9}}"
            )
        )
        guard case .band(let band) = try #require(template.elements.first) else { throw LabelError.noLabels }
        #expect(band.digit(in: "0004711") == 1)
        #expect(band.digit(in: "box 7, row 3") == 7)
        #expect(band.digit(in: "3") == nil)
        #expect(band.digit(in: "") == nil)
        #expect(template.fields.isEmpty)
        for palette in LabelBand.Palette.allCases {
            #expect(Set((0...9).map { palette.colour(of: $0) }).count == 10)
        }
        #expect(try Samples.content(4_711).value(of: "number") == "0004711")
    }

    /// On a printer of black alone a colour is a pattern: the digit stands on white within it.
    @Test(arguments: ["folder-end-tab", "folder-top-tab"])
    func digitsStandOnWhite(name: String) async throws {
        let template = try Samples.shipped.template(named: name)
        for serial in stride(from: 0, to: 10_000_000, by: 1_111_111) {
            let label = try Samples.full(serial: serial, title: "Box")
            let page = try #require(try await LabelRenderer().rasters([label], template: template).first)
            for case .band(let band) in template.elements {
                let plate = DotGrid(.common).nearest(band.plate)
                let rows = (plate.y..<plate.y + plate.height).map { y in
                    (plate.x..<plate.x + plate.width).map { page.isBlack($0, y) }
                }
                // Letters change from black to white a few times in a row, a pattern at every other dot.
                #expect(rows.allSatisfy { row in zip(row, row.dropFirst()).count { $0 != $1 } <= 8 })
                #expect(rows.first?.contains(true) == false && rows.last?.contains(true) == false)
                #expect(rows.contains { $0.contains(true) })
            }
        }
    }

    /// Letters and what they stand on are pure black and white there, whatever colours they have elsewhere.
    @Test(arguments: [
        ("\"#123e7c\"", "white"), ("\"#ffd23f\"", "black"), ("black", "\"#ffd23f\""), ("white", "\"#7b2d26\""),
    ])
    func lettersAreNoPattern(fill: String, colour: String) async throws {
        let template = try LabelTemplate(
            parsing: Self.yaml(
                """
                frame: {box: {x: 1, y: 1, width: 48, height: 20}, fill: \(fill)}
                  - text: {content: "HEAD", font: Sans Bold, size: 30, minimumSize: 8, box: {x: 2, y: 2, width: 46, height: 18}, align: start, maximumLines: 1, colour: \(colour)}
                """
            )
        )
        let page = try #require(
            try await LabelRenderer().rasters([LabelContent(barcode: nil)], template: template).first
        )
        let box = DotGrid(.common).nearest(LabelBox(x: 1, y: 1, width: 48, height: 20))
        for y in box.y..<box.y + box.height {
            let row = (box.x..<box.x + box.width).map { page.isBlack($0, y) }
            #expect(zip(row, row.dropFirst()).count { $0 != $1 } <= 20, "row \(y)")
        }
    }

    @Test(arguments: [
        ("\"#8d8d8d\"", "white"), ("white", "white"), ("\"#1b4f9c\"", "black"), ("\"#8d8d8d\"", "\"#d7263d\""),
    ])
    func textThatCannotBeReadIsRefused(fill: String, colour: String) throws {
        let frame = "frame: {box: {x: 1, y: 1, width: 48, height: 20}, fill: \(fill)}"
        let text =
            "text: {content: \"HEAD\", font: Sans, size: 30, minimumSize: 8, box: {x: 2, y: 2, width: 46, height: 18}, "
            + "align: start, maximumLines: 1, colour: \(colour)}"
        let error = try #require(throws: LabelTemplateError.self) {
            try LabelTemplate(parsing: Self.yaml("\(frame)\n  - \(text)"))
        }
        #expect(error.line == 5)
        #expect(error.reason.english.contains("too near to what it stands on"))
        // What is drawn later hides what is there.
        let hidden = try #require(throws: LabelTemplateError.self) {
            try LabelTemplate(parsing: Self.yaml("\(text.replacing(colour, with: "black"))\n  - \(frame)"))
        }
        #expect(hidden.reason.english.contains("the fill covers a text before it"))
    }

    @Test func noInkIsGrey() async throws {
        let scratch = try ScratchDirectory()
        let template = try Samples.shipped.template(named: "folder-end-tab")
        let page = try #require(
            try await LabelRenderer().rasters([Samples.full(serial: 98_765, title: "Box 📦")], template: template).first
        )
        // One bit a dot: the header says so.
        let png = try page.png()
        #expect(png[24] == 1)
        #expect(try Bitmap(png: scratch.write(png, as: "tab.png")).isBlackAndWhite)
    }
}
