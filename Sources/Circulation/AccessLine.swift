public import Records
public import TransferLog

/// An access record entry, with the record that it concerns.
public struct AccessLine: Sendable, Hashable {
    public let stored: StoredAccess
    public let record: Record?
}
