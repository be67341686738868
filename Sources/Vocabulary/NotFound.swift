/// The entity that an item or container on a pull list was not at its expected place.
///
/// The placement is unchanged: only a count or a move changes it.
public struct NotFound: Sendable, Hashable {
    public let subject: EntityID
    public let list: PullListID

    public init(subject: EntityID, list: PullListID) {
        self.subject = subject
        self.list = list
    }
}
