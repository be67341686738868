import Localization
import Testing

@testable import Labels

/// Pictures are hostile until they are checked.
@Suite struct LabelImageTests {
    private static let yaml = """
        name: x
        media: {width: 50, height: 40}
        elements:
          - image: {file: arms.png, box: {x: 5, y: 5, width: 20, height: 10}}
        """

    /// Black on the left, white on the right.
    private static func picture(width: Int = 64, height: Int = 64) throws -> [UInt8] {
        var dots = LabelDots(width: width, height: height)
        for y in 0..<height { for x in 0..<width / 2 { dots.blacken(x, y) } }
        return try LabelRaster(dots, resolution: .common).png()
    }

    @Test func aPictureKeepsItsShape() async throws {
        let scratch = try ScratchDirectory()
        _ = try scratch.write(Self.picture(), as: "arms.png")
        let template = try LabelTemplate(parsing: Self.yaml, images: ["/nowhere", scratch.path])
        let content = LabelContent(barcode: nil)
        let page = try #require(try await LabelRenderer().rasters([content], template: template).first)
        let grid = DotGrid(.common)
        // 10 × 10 mm in the middle of 20 × 10.
        #expect(page.isBlack(Int(grid.x(11)), Int(grid.y(10))))
        #expect(!page.isBlack(Int(grid.x(9)), Int(grid.y(10))))
        #expect(!page.isBlack(Int(grid.x(19)), Int(grid.y(10))))
        let pdf = try scratch.write(await LabelRenderer().pdf([content, content], template: template), as: "x.pdf")
        let dots = try Bitmap(pbm: try #require(try await scratch.pages(of: pdf, dotsPerInch: 203).last))
        #expect(dots.isDark(Int(grid.x(11)), Int(grid.y(10))))
        #expect(!dots.isDark(Int(grid.x(19)), Int(grid.y(10))))
        let images = try await ExternalProgram.text(of: "pdfimages", ["-list", pdf]).split(separator: "\n").dropFirst(2)
        // Written once however many labels have it.
        #expect(Set(images.map { $0.split(separator: " ")[10] }).count == 1)
    }

    @Test func hostilePicturesAreRefused() throws {
        let scratch = try ScratchDirectory()
        let good = try Self.picture()
        var wide = good
        wide[16..<20] = [0, 1, 0, 0]
        var torn = good
        torn[60] ^= 0xFF
        let header = Array(good[..<33])
        let files: [[UInt8]] = [
            [], Array("GIF89a".utf8), wide, torn, header, Array(good.dropLast(20)),
            Array(good[..<8]) + [0xFF, 0xFF, 0xFF, 0xFF] + good[12...],
            [UInt8](repeating: 0, count: 2 << 20),
        ]
        for (index, file) in files.enumerated() {
            _ = try scratch.write(file, as: "arms.png")
            let error = try #require(throws: LabelTemplateError.self, "\(index)") {
                try LabelTemplate(parsing: Self.yaml, images: [scratch.path])
            }
            #expect(error.line == 4)
            #expect(error.reason.english.contains("arms.png"), "\(error)")
        }
    }

    /// What may be compressed a thousandfold is not even looked at.
    @Test func onlyWhatPixelsNeedIsKept() throws {
        let good = try Self.picture()
        let text: [UInt8] = [0, 0, 0, 4] + Array("zTXtbomb".utf8) + [0, 0, 0, 0]
        let kept = try #require(SafePNG.essentials(of: Array(good[..<33]) + text + good[33...] + [1, 2, 3]))
        #expect(!kept.contains(Array("zTXt".utf8)))
        #expect(!kept.contains(Array("pHYs".utf8)))
        #expect(try PictureSource.grey(png: kept).width == 64)
    }
}
