/// A change to the description of a record.
public struct Change: Sendable, Hashable {
    public let subject: RecordID
    public let title: Edit<String>
    /// Never cleared, because every record has a kind.
    public let kind: Edit<RecordKind>
    public let home: Edit<RecordID>
    /// Only for locations.
    public let parent: Edit<RecordID>
    public let conditions: ConditionChange

    public init(
        subject: RecordID,
        title: Edit<String> = .kept,
        kind: Edit<RecordKind> = .kept,
        home: Edit<RecordID> = .kept,
        parent: Edit<RecordID> = .kept,
        conditions: ConditionChange = .none
    ) {
        self.subject = subject
        self.title = title
        self.kind = kind
        self.home = home
        self.parent = parent
        self.conditions = conditions
    }
}
