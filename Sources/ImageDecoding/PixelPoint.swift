/// A point of an image in pixels from its upper left corner, as the file stores it: x to the right, y down.
public struct PixelPoint: Sendable, Hashable, Codable {
    public let x: Int
    public let y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
