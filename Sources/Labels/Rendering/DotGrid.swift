/// The printer's dots under a label: turns millimetres into whole dots.
struct DotGrid: Sendable, Hashable {
    static let millimetresPerInch = 25.4
    /// Narrower bars than this merge or vanish at the print head.
    private static let fewestDotsPerModule = 2

    let dotsPerInch: Int

    /// In points, as PDF measures.
    var pointsPerDot: Double { 72 / Double(dotsPerInch) }

    func dots(_ millimetres: Double) -> Double { millimetres * Double(dotsPerInch) / Self.millimetresPerInch }

    func millimetres(_ dots: Int) -> Double { Double(dots) * Self.millimetresPerInch / Double(dotsPerInch) }

    /// Dots across a whole label of this size; a dot that the edge cuts counts when more than half is on it.
    func size(of media: LabelMedia) -> (width: Int, height: Int) {
        (Int(dots(media.width).rounded()), Int(dots(media.height).rounded()))
    }

    /// The dots that lie wholly within `box`.
    func inside(_ box: LabelBox) -> DotBox {
        // A hundredth of a dot: 25.4 mm at 203 dpi is 203 dots, not 202.
        let slack = 0.01
        let left = Int((dots(box.x) - slack).rounded(.up))
        let top = Int((dots(box.y) - slack).rounded(.up))
        let right = Int((dots(box.x + box.width) + slack).rounded(.down))
        let bottom = Int((dots(box.y + box.height) + slack).rounded(.down))
        return DotBox(x: left, y: top, width: max(0, right - left), height: max(0, bottom - top))
    }

    /// The fewest whole dots that make a module of at least `width` millimetres.
    func dotsPerModule(atLeast width: Double) -> Int {
        // 0.25 mm at 203 dpi is 1.998 dots, 0.254 mm at 300 dpi 3.0000000000000004.
        max(Self.fewestDotsPerModule, Int((dots(width) - 0.01).rounded(.up)))
    }
}
