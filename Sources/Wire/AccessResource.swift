/// A row of the access record.
public struct AccessResource: WireValue {
    public let number: Int64
    /// The time: RFC 3339, UTC.
    public let at: String
    /// `uid:1000`, `custodian:17` or `daemon`.
    public let principal: String
    /// The caller's roles at that time.
    public let roles: [String]
    /// `thing`, `log`, `right`, `role` or `record`.
    public let act: String
    /// The method and the path, with parameter names instead of their values.
    public let route: String
    /// Barcode of the record; null if no record was concerned.
    public let barcode: String?
    /// The restriction level of the record: `restricted`, `sealed`, `expunged`; null if no record was concerned.
    public let level: String?
    /// `granted` or `refused`.
    public let outcome: String
    public let detail: String?

    public init(
        number: Int64,
        at: String,
        principal: String,
        roles: [String],
        act: String,
        route: String,
        barcode: String?,
        level: String?,
        outcome: String,
        detail: String?
    ) {
        self.number = number
        self.at = at
        self.principal = principal
        self.roles = roles
        self.act = act
        self.route = route
        self.barcode = barcode
        self.level = level
        self.outcome = outcome
        self.detail = detail
    }
}
