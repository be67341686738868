/// A point of a page in pixels from its upper left corner, turned as the camera held it: x to the right, y down.
public struct PixelPoint: Sendable, Hashable, Codable {
    public let x: Int
    public let y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}
