/// That a thing on a pull list was looked for where it should be, and was not there.
///
/// It says nothing about where the thing is: that only a count or a move does.
public struct NotFound: Sendable, Hashable {
    public let subject: RecordID
    public let list: PullListID

    public init(subject: RecordID, list: PullListID) {
        self.subject = subject
        self.list = list
    }
}
