/// A scale in millimetres for measuring a printer's offset and scale.
public struct LabelRuler: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case across
        case down
    }

    /// The box.
    ///
    /// The scale begins with 0 at its left or upper edge and ends at the opposite one.
    public let box: LabelBox
    public let direction: Direction

    private static let thickness = 0.15

    /// The marks: a short one every millimetre, longer ones every fifth and tenth.
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
