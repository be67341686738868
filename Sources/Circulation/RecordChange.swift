public import Barcodes
public import Records

/// A request to change a record.
public struct RecordChange: Sendable, Hashable {
    public let title: Edit<FreeText>
    public let kind: RecordKind?
    public let home: Edit<Barcode>
    public let parent: Edit<Barcode>
    public let conditions: NewConditions

    public init(
        title: Edit<FreeText> = .kept,
        kind: RecordKind? = nil,
        home: Edit<Barcode> = .kept,
        parent: Edit<Barcode> = .kept,
        conditions: NewConditions = .none
    ) {
        self.title = title
        self.kind = kind
        self.home = home
        self.parent = parent
        self.conditions = conditions
    }
}
