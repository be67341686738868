@testable import Labels

extension LabelRaster {
    /// The page with dots as wide as they are high, as a reader sees it on paper.
    var squared: LabelRaster {
        let times = resolution.along / resolution.across
        guard times > 1, resolution.along % resolution.across == 0,
            let square = PrintResolution(across: resolution.along, along: resolution.along)
        else { return self }
        var dots = LabelDots(width: width * times, height: height)
        for y in 0..<height {
            for x in 0..<width where isBlack(x, y) {
                for copy in 0..<times { dots.blacken(x * times + copy, y) }
            }
        }
        return LabelRaster(dots, resolution: square)
    }
}
