/// The placement of an item or container.
public struct PlacementResource: WireValue {
    /// `location`, `container`, `custodian`, `inTransit`, `unknown` or `disposed`; `item` or `container` for a moved
    /// document.
    public let kind: String
    /// Barcode of the location, container or custodian.
    public let barcode: String?
    /// Names from the outermost place to the innermost.
    public let path: [String]

    public init(
        kind: String,
        barcode: String?,
        path: [String]
    ) {
        self.kind = kind
        self.barcode = barcode
        self.path = path
    }
}
