/// What is known about a thing from now on.
public struct Change: Sendable, Hashable {
    public let subject: RecordID
    public let title: Edit<String>
    /// Never cleared: everything is of some kind.
    public let kind: Edit<RecordKind>
    public let home: Edit<RecordID>
    /// Of locations alone.
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
