/// A point of an image, in pixels from its upper left corner.
public struct PointResource: WireValue {
    public let x: Int
    public let y: Int

    public init(
        x: Int,
        y: Int
    ) {
        self.x = x
        self.y = y
    }
}
