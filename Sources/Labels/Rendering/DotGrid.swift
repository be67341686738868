/// The printer's dot grid: converts millimetres of the label to dots of the page.
struct DotGrid: Sendable, Hashable {
    /// Narrower bars merge or vanish at the print head.
    private static let fewestDotsPerModule = 2

    let target: LabelTarget
    /// The label's upper left corner on the page, in millimetres.
    var origin = LabelPoint(x: 0, y: 0)

    init(_ target: LabelTarget) { self.target = target }

    private var across: Double { Double(target.resolution.across) / PrintResolution.millimetresPerInch }
    private var along: Double { Double(target.resolution.along) / PrintResolution.millimetresPerInch }

    func x(_ millimetres: Double) -> Double {
        (target.calibration.offsetX + (origin.x + millimetres) * target.calibration.scaleX) * across
    }

    func y(_ millimetres: Double) -> Double {
        (target.calibration.offsetY + (origin.y + millimetres) * target.calibration.scaleY) * along
    }

    /// Returns the number of dots in `points`, across and along.
    func dots(points: Double) -> (across: Double, along: Double) {
        (
            points * Double(target.resolution.across) / PrintResolution.pointsPerInch,
            points * Double(target.resolution.along) / PrintResolution.pointsPerInch
        )
    }

    /// Returns the number of dots of a whole page, independent of the calibration.
    ///
    /// A dot at the edge counts if more than half of it is on the page.
    func size(of page: LabelMedia) -> (width: Int, height: Int) {
        (Int((page.width * across).rounded()), Int((page.height * along).rounded()))
    }

    /// Returns the dots that lie completely within `box`.
    func inside(_ box: LabelBox) -> DotBox {
        // A hundredth of a dot, so that 25.4 mm at 203 dpi is 203 dots, not 202.
        let slack = 0.01
        let left = Int((x(box.x) - slack).rounded(.up))
        let top = Int((y(box.y) - slack).rounded(.up))
        let right = Int((x(box.x + box.width) + slack).rounded(.down))
        let bottom = Int((y(box.y + box.height) + slack).rounded(.down))
        return DotBox(x: left, y: top, width: max(0, right - left), height: max(0, bottom - top))
    }

    /// Returns `box` with its edges on the nearest dots, at least one dot wide and high.
    func nearest(_ box: LabelBox) -> DotBox {
        let left = Int(x(box.x).rounded())
        let top = Int(y(box.y).rounded())
        return DotBox(
            x: left,
            y: top,
            width: max(1, Int(x(box.x + box.width).rounded()) - left),
            height: max(1, Int(y(box.y + box.height).rounded()) - top)
        )
    }

    /// Returns the smallest number of whole dots for a module of at least `width` millimetres, across or along the
    /// feed.
    func dotsPerModule(atLeast width: Double, along isAlong: Bool) -> Int {
        // 0.25 mm at 203 dpi is 1.998 dots, 0.254 mm at 300 dpi 3.0000000000000004.
        max(Self.fewestDotsPerModule, Int((width * (isAlong ? along : across) - 0.01).rounded(.up)))
    }

    /// Returns the number of dots along the feed that comes nearest to the length of `dots` across it.
    func along(asWideAs dots: Int) -> Int { Int((Double(dots) * along / across).rounded()) }

    func millimetres(_ dots: Int, along isAlong: Bool) -> Double { Double(dots) / (isAlong ? along : across) }
}
