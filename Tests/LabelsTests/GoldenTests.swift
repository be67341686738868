import Foundation
import Testing

@testable import Labels

/// Labels as they looked when somebody looked at them.
///
/// With `OUTGUIDE_WRITE_GOLDENS` set the pictures are written anew; look at them before they are kept.
@Suite struct GoldenTests {
    private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Goldens").path
    /// Of all dots: fonts of another version round a few letters' edges otherwise.
    private static let tolerance = 0.005

    private static let names = [
        "badge", "box-100x50", "box-4x6in", "folder-end-tab", "folder-top-tab", "out-guide-slip", "shelf", "spine",
        "avery-l7160", "controls", "pull-list-page", "ruler-100x50",
    ]

    @Test(arguments: names)
    func looksAsItDid(name: String) async throws {
        let template = try Samples.shipped.template(named: name)
        let titles = ["Ratsprotokolle 1893–1911", "市政记录", "سجل القضايا ١٩٥٤"]
        let contents = try titles.enumerated().map { try Samples.full(serial: 47_110 + $0, title: $1) }
        let labels = template.sheet == nil ? [contents[name.utf8.count % 3]] : contents
        let page = try #require(try await LabelRenderer().rasters(labels, template: template).first)
        let path = Self.directory + "/\(name).png"
        if ProcessInfo.processInfo.environment["OUTGUIDE_WRITE_GOLDENS"] != nil {
            try Data(try page.png()).write(to: URL(fileURLWithPath: path))
        }
        let golden = try Bitmap(png: path)
        try #require(golden.width == page.width && golden.height == page.height)
        var different = 0
        for y in 0..<page.height {
            for x in 0..<page.width where page.isBlack(x, y) != golden.isDark(x, y) { different += 1 }
        }
        #expect(Double(different) <= Self.tolerance * Double(page.width * page.height), "\(different) dots differ")
    }
}
