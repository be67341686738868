public import Vocabulary

/// A row of the access record.
public struct StoredAccess: Sendable, Hashable {
    public let number: Int64
    public let access: Access
}
