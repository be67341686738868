/// Items and containers on a pull list.
public struct PullListThingsRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]

    public init(
        barcodes: [String]
    ) {
        self.barcodes = barcodes
    }
}
