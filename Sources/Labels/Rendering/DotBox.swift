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
