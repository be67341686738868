/// A charge-out.
public struct LoanResource: WireValue {
    public let barcode: String
    /// The kind, such as `box` or `folder`.
    public let kind: String
    public let title: String?
    /// Barcode of the custodian; null if concealed from the caller.
    public let custodian: String?
    public let custodianName: String
    /// When it was charged out: RFC 3339, UTC.
    public let since: String
    /// The due date: RFC 3339, UTC; null for none.
    public let due: String?
    /// Whether it is overdue.
    public let overdue: Bool
    /// The number of renewals.
    public let renewals: Int
    /// Number of the entry that charged it out.
    public let entry: Int64

    public init(
        barcode: String,
        kind: String,
        title: String?,
        custodian: String?,
        custodianName: String,
        since: String,
        due: String?,
        overdue: Bool,
        renewals: Int,
        entry: Int64
    ) {
        self.barcode = barcode
        self.kind = kind
        self.title = title
        self.custodian = custodian
        self.custodianName = custodianName
        self.since = since
        self.due = due
        self.overdue = overdue
        self.renewals = renewals
        self.entry = entry
    }
}
