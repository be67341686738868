public import Barcodes
public import Vocabulary

/// The slip for the empty place of an item or container: custodian, start and due date.
public struct OutGuideSlip: Sendable, Hashable {
    public let barcode: Barcode
    public let entity: EntityID
    public let kind: EntityKind
    public let title: String?
    public let home: Barcode?
    public let custodian: String
    public let since: Timestamp
    public let due: Timestamp?
    /// The reason for the charge-out.
    public var reason: String?

    package init(
        _ entity: Entity,
        home: Barcode?,
        custodian: String,
        since: Timestamp,
        due: Timestamp?,
        reason: String?
    ) {
        self.barcode = entity.barcode
        self.entity = entity.id
        self.kind = entity.kind
        self.title = entity.title
        self.home = home
        self.custodian = custodian
        self.since = since
        self.due = due
        self.reason = reason
    }
}
