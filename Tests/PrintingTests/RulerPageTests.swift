import Foundation
import Labels
import Testing

@testable import Printing

@Suite struct RulerPageTests {
    private static let labels = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../labels")
        .path

    private func ruler(_ name: String) throws -> LabelTemplate {
        try LabelTemplateLibrary(directories: [Self.labels]).template(named: name)
    }

    /// A printer that puts x at a + b·x is told what makes it come out at x.
    @Test(
        arguments: ["ruler-100x50", "ruler-4x6in", "ruler-a4", "ruler-letter"],
        [(0.0, 1.0), (-1.5, 1.02), (0.3, 0.985)]
    )
    func measurementsBecomeTheOpposite(name: String, distortion: (shift: Double, stretch: Double)) throws {
        let template = try ruler(name)
        let scales = try #require(template.scales)
        func printed(_ place: Double) -> Double { distortion.shift + distortion.stretch * place }
        let measured = RulerPage.Measurement(
            zero: (x: printed(scales.across.zero), y: printed(scales.down.zero)),
            length: (x: distortion.stretch * scales.across.length, y: distortion.stretch * scales.down.length)
        )
        let calibration = try #require(RulerPage.calibration(of: template, measured: measured))
        for place in [0.0, 25, 99] {
            #expect(abs(printed(calibration.offsetX + calibration.scaleX * place) - place) < 1e-9)
            #expect(abs(printed(calibration.offsetY + calibration.scaleY * place) - place) < 1e-9)
        }
    }

    @Test(arguments: [(5.0, 0.0), (5.0, 140.0), (30.0, 90.0), (Double.nan, 90.0), (5.0, Double.infinity)])
    func impossibleMeasurementsAreRefused(zero: Double, length: Double) throws {
        let measured = RulerPage.Measurement(zero: (x: zero, y: 5), length: (x: length, y: 40))
        #expect(RulerPage.calibration(of: try ruler("ruler-100x50"), measured: measured) == nil)
    }
}
