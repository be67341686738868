/// A place on a label or page; x runs right and y runs down from the upper left corner.
public struct LabelPoint: Sendable, Hashable {
    /// In millimetres.
    public let x: Double
    /// In millimetres.
    public let y: Double
}
