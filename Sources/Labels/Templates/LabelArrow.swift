/// An arrow that fills its box, for example on a shelf label above or below its shelf.
public struct LabelArrow: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        case up
        case down
        case left
        case right
    }

    public let direction: Direction
    public let box: LabelBox
    public let colour: LabelColour

    /// Its corners in order, within a box of one by one.
    var corners: [LabelPoint] {
        let up: [(Double, Double)] = [(0.5, 0), (1, 0.5), (0.7, 0.5), (0.7, 1), (0.3, 1), (0.3, 0.5), (0, 0.5)]
        return up.map { x, y in
            switch direction {
            case .up: LabelPoint(x: x, y: y)
            case .down: LabelPoint(x: x, y: 1 - y)
            case .left: LabelPoint(x: y, y: x)
            case .right: LabelPoint(x: 1 - y, y: x)
            }
        }
    }
}
