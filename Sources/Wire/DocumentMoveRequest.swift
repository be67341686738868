/// A request to move a document to another item or container.
public struct DocumentMoveRequest: WireValue {
    /// Barcode of the item or container.
    public let to: String
    /// The reason, in one line.
    public let reason: String

    public init(to: String, reason: String) {
        self.to = to
        self.reason = reason
    }
}
