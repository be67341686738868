/// A point of a page in its display orientation, in pixels from the upper left corner: x to the right, y down.
public struct PixelPoint: Sendable, Hashable, Codable {
    public let x: Int
    public let y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
