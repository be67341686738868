/// Items and containers on a pull list.
public struct PullListThingsRequest: WireValue {
    public let barcodes: [String]

    public init(
        barcodes: [String]
    ) {
        self.barcodes = barcodes
    }
}
