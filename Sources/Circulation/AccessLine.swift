public import Records
public import TransferLog

/// A row of the record of access with the thing that it is about.
public struct AccessLine: Sendable, Hashable {
    public let stored: StoredAccess
    public let record: Record?
}
