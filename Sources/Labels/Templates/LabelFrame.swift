/// A rectangle with an outline, or filled, or both.
public struct LabelFrame: Sendable, Hashable {
    public let box: LabelBox
    /// The thickness of the outline in millimetres, inwards from the box's edges; 0 for none.
    public let thickness: Double
    public let colour: LabelColour
    public let fill: LabelColour?

    /// The four sides of the outline.
    var sides: [LabelBox] {
        guard thickness > 0 else { return [] }
        let inner = max(0, box.height - 2 * thickness)
        return [
            LabelBox(x: box.x, y: box.y, width: box.width, height: thickness),
            LabelBox(x: box.x, y: box.y + box.height - thickness, width: box.width, height: thickness),
            LabelBox(x: box.x, y: box.y + thickness, width: thickness, height: inner),
            LabelBox(x: box.x + box.width - thickness, y: box.y + thickness, width: thickness, height: inner),
        ]
    }
}
