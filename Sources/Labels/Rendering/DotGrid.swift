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

    func millimetres(_ dots: Int, along isAlong: Bool) -> Double { Double(dots) / (isAlong ? along : across) }
}

/// A rectangle of whole dots.
struct DotBox: Sendable, Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    var isEmpty: Bool { width <= 0 || height <= 0 }

    /// Returns the size of the contents of this box when viewed upright.
    func size(turned turn: QuarterTurn) -> (width: Int, height: Int) {
        turn.isSideways ? (height, width) : (width, height)
    }

    /// Returns where a `part` of the upright box is on the page.
    func place(_ part: DotBox, turned turn: QuarterTurn) -> DotBox {
        switch turn {
        case .none: DotBox(x: x + part.x, y: y + part.y, width: part.width, height: part.height)
        case .right:
            DotBox(x: x + width - part.y - part.height, y: y + part.x, width: part.height, height: part.width)
        case .over:
            DotBox(
                x: x + width - part.x - part.width,
                y: y + height - part.y - part.height,
                width: part.width,
                height: part.height
            )
        case .left:
            DotBox(x: x + part.y, y: y + height - part.x - part.width, width: part.height, height: part.width)
        }
    }
}

/// Converts grey to patterns of black and white dots.
enum Dither {
    /// Bayer's matrix for four by four dots.
    ///
    /// Black and white are unchanged.
    private static let thresholds: [Int] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map { $0 * 16 + 8 }

    /// Whether a dot with this lightness, 0 to 255, becomes black.
    static func isBlack(_ light: Int, x: Int, y: Int) -> Bool { light <= thresholds[(y & 3) * 4 + (x & 3)] }
}

/// How much is removed from each side of a bar, in dots, so that every printer rounds it to the same dots.
///
/// Some printers fill each dot that a bar touches, some each dot whose centre it covers. The inset must exceed the
/// possible offset of the bar, and the sum of both must be less than half a dot.
struct BarInset: Sendable, Hashable {
    /// Both insets in hundredths of a dot.
    let horizontal: Int
    let vertical: Int

    /// The inset for PDF: nearly a quarter, because a page on paper may be offset by as much to either side of a dot.
    static let document = BarInset(horizontal: 24, vertical: 24)
}

/// Black and white dots, eight in a byte.
struct LabelDots: Sendable, Hashable {
    let width: Int
    let height: Int
    /// The rows in sequence, each padded to a whole byte.
    ///
    /// The highest bit is the leftmost dot; 1 is black.
    private(set) var rows: [UInt8]

    /// Creates white dots.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        rows = [UInt8](repeating: 0, count: (width + 7) / 8 * height)
    }

    var stride: Int { (width + 7) / 8 }

    func isBlack(_ x: Int, _ y: Int) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return false }
        return rows[y * stride + x / 8] & 0x80 >> UInt8(x % 8) != 0
    }

    mutating func blacken(_ x: Int, _ y: Int) { rows[y * stride + x / 8] |= 0x80 >> UInt8(x % 8) }
}
