import Testing

@testable import Labels

extension LabelTarget {
    /// A printer with square dots.
    static func square(_ dotsPerInch: Int) throws -> LabelTarget {
        LabelTarget(resolution: try #require(PrintResolution(across: dotsPerInch, along: dotsPerInch)))
    }
}

extension LabelRenderer {
    /// The first page as a PNG for square dots.
    func png(_ content: LabelContent, template: LabelTemplate, dotsPerInch: Int = 203) async throws -> [UInt8] {
        let target = try LabelTarget.square(dotsPerInch)
        return try #require(try await rasters([content], template: template, target: target).first).png()
    }

    func pdf(_ contents: [LabelContent], template: LabelTemplate, dotsPerInch: Int) async throws -> [UInt8] {
        try await pdf(contents, template: template, target: .square(dotsPerInch))
    }
}
