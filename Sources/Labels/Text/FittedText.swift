/// The placement of a text layout: how its units are mapped to dots of the page.
struct FittedText {
    /// The box at which the text is clipped, even if parts extend beyond their lines.
    let box: DotBox
    /// The upper left corner of the layout, in dots.
    let corner: LabelPoint
    /// One unit of the layout to the right, in dots.
    let right: LabelPoint
    /// One unit of the layout down, in dots.
    let down: LabelPoint

    /// Creates the placement.
    ///
    /// `left` and `top` are the layout's corner in the upright box, `across` and `along` the dots of a unit there.
    init(box: DotBox, turn: QuarterTurn, left: Double, top: Double, across: Double, along: Double) {
        self.box = box
        let (x, y) = (Double(box.x), Double(box.y))
        let (width, height) = (Double(box.width), Double(box.height))
        switch turn {
        case .none:
            corner = LabelPoint(x: x + left, y: y + top)
            right = LabelPoint(x: across, y: 0)
            down = LabelPoint(x: 0, y: along)
        case .right:
            corner = LabelPoint(x: x + width - top, y: y + left)
            right = LabelPoint(x: 0, y: across)
            down = LabelPoint(x: -along, y: 0)
        case .over:
            corner = LabelPoint(x: x + width - left, y: y + height - top)
            right = LabelPoint(x: -across, y: 0)
            down = LabelPoint(x: 0, y: -along)
        case .left:
            corner = LabelPoint(x: x + top, y: y + height - left)
            right = LabelPoint(x: 0, y: -across)
            down = LabelPoint(x: along, y: 0)
        }
    }
}
