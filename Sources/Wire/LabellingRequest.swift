/// A barcode that a thing bears from now on.
public struct LabellingRequest: Sendable, Hashable, Codable {
    /// One that it bears already; one is minted when absent.
    public let barcode: String?
    /// `primary` (when absent): its own, the one before becomes an alias; or `alias`: one more.
    public let role: String?

    public init(
        barcode: String? = nil,
        role: String? = nil
    ) {
        self.barcode = barcode
        self.role = role
    }
}
