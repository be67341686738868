import Foundation
import Testing

@testable import Labels

/// Labels as they looked when somebody looked at them, with what is hard to set.
///
/// With `OUTGUIDE_WRITE_GOLDENS` set the pictures are written anew; look at them before they are kept.
@Suite struct GoldenTests {
    private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Goldens").path
    /// Of all dots: fonts of another version round a few letters' edges otherwise.
    private static let tolerance = 0.002

    @Test(arguments: Samples.shipped.names())
    func looksAsItDid(name: String) async throws {
        try Self.compare(try await Self.page(of: try Samples.shipped.template(named: name)), with: name)
    }

    private static func compare(_ page: LabelRaster, with name: String) throws {
        let path = Self.directory + "/\(name).png"
        if ProcessInfo.processInfo.environment["OUTGUIDE_WRITE_GOLDENS"] != nil {
            try Data(try page.png()).write(to: URL(fileURLWithPath: path))
        }
        let golden = try Bitmap(png: path)
        let way = "if it is meant, write it anew with OUTGUIDE_WRITE_GOLDENS=1, and look at it"
        try #require(golden.width == page.width && golden.height == page.height, "\(name) has another size: \(way)")
        var different = 0
        for y in 0..<page.height {
            for x in 0..<page.width where page.isBlack(x, y) != golden.isDark(x, y) { different += 1 }
        }
        let most = Self.tolerance * Double(page.width * page.height)
        #expect(Double(different) <= most, "\(name): \(different) dots differ; \(way)")
    }

    /// Homes in Hebrew and in Arabic, with levels in Latin between them.
    @Test(arguments: ["hebrew", "arabic"], ["shelf", "box-4x6in"])
    func homesInBothDirectionsLookAsTheyDid(script: String, name: String) async throws {
        let homes = script == "hebrew" ? Samples.mixedHomes[0...1] : Samples.mixedHomes[2...3]
        let contents = try homes.map { home in
            let plain = try Samples.full(serial: 4_711, title: "Minutes 1954")
            let fields = ["home": home.joined(separator: " › ")]
            return LabelContent(barcode: plain.barcode, fields: plain.fields.merging(fields) { $1 })
        }
        let template = try Samples.shipped.template(named: name)
        try Self.compare(
            Self.stack(try await LabelRenderer().rasters(contents, template: template)),
            with: "home-\(script)-\(name)"
        )
    }

    /// A sheet of them, or the labels one below the other.
    private static func page(of template: LabelTemplate) async throws -> LabelRaster {
        let contents = template.name.hasPrefix("checkpoint") ? [Samples.checkpoint] : try Samples.hard()
        let isRuler = template.scales != nil
        let pages = try await LabelRenderer().rasters(isRuler ? [contents[0]] : contents, template: template)
        return try stack(pages)
    }

    /// Pages of one size as one, one below the other.
    private static func stack(_ pages: [LabelRaster]) throws -> LabelRaster {
        let first = try #require(pages.first)
        return LabelRaster(
            width: first.width,
            height: first.height * pages.count,
            resolution: first.resolution,
            rows: pages.flatMap(\.rows)
        )
    }
}
