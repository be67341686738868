/// Things to put back where they belong, all or none.
public struct RefileRequest: Sendable, Hashable, Codable {
    public let barcodes: [String]

    public init(
        barcodes: [String]
    ) {
        self.barcodes = barcodes
    }
}
