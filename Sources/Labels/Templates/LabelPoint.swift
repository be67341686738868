/// A point on a label or page; x runs right and y runs down from the upper left corner.
public struct LabelPoint: Sendable, Hashable {
    /// The distance from the left, in millimetres.
    public let x: Double
    /// The distance from the top, in millimetres.
    public let y: Double
}
