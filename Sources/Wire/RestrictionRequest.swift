/// A request to change the restriction level of a record and its contents.
public struct RestrictionRequest: WireValue {
    /// `open`, `restricted`, `sealed`, or `unsealed`, which lifts a seal and restores an earlier restriction.
    public let level: String
    /// The name of the order; required for setting and lifting a seal.
    public let order: String?
    public let reason: String

    public init(level: String, order: String?, reason: String) {
        self.level = level
        self.order = order
        self.reason = reason
    }
}
