/// A request to assign a barcode to a record.
public struct LabellingRequest: WireValue {
    /// A barcode that it already bears; if absent, one is minted.
    public let barcode: String?
    /// `primary` (the default): the previous primary barcode becomes an alias; or `alias`: an additional barcode.
    public let role: String?

    public init(
        barcode: String? = nil,
        role: String? = nil
    ) {
        self.barcode = barcode
        self.role = role
    }
}
