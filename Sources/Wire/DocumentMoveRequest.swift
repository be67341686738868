/// The thing that a document belongs to from now on.
public struct DocumentMoveRequest: Sendable, Hashable, Codable {
    /// Barcode of the item or container.
    public let to: String
    /// Why, in one line.
    public let reason: String

    public init(to: String, reason: String) {
        self.to = to
        self.reason = reason
    }
}
