public import Records

/// When a station will change by itself.
public struct StationLapse: Sendable, Hashable {
    public let station: StationName
    public let at: Timestamp
}
