/// A scale in millimetres for measuring what a printer puts out of place.
public struct LabelRuler: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case across
        case down
    }

    /// The scale begins at its left or upper edge with 0 and ends at the other.
    public let box: LabelBox
    public let direction: Direction

    private static let thickness = 0.15

    /// The ticks: every millimetre a short one, every fifth and tenth a longer one.
    var ticks: [LabelBox] {
        let isAcross = direction == .across
        let length = isAcross ? box.width : box.height
        let depth = isAcross ? box.height : box.width
        return (0...Int(length.rounded(.down))).map { millimetre in
            let long = millimetre % 10 == 0 ? depth : millimetre % 5 == 0 ? depth * 0.7 : depth * 0.45
            let place = Double(millimetre) - Self.thickness / 2
            return isAcross
                ? LabelBox(x: box.x + place, y: box.y, width: Self.thickness, height: long)
                : LabelBox(x: box.x, y: box.y + place, width: long, height: Self.thickness)
        }
    }
}
