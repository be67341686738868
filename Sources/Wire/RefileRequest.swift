/// A request to refile items and containers at their home locations, all or none.
public struct RefileRequest: WireValue {
    public let barcodes: [String]

    public init(
        barcodes: [String]
    ) {
        self.barcodes = barcodes
    }
}
