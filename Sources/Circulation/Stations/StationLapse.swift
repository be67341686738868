public import Vocabulary

/// The time at which a station's session will time out.
public struct StationLapse: Sendable, Hashable {
    public let station: StationName
    public let at: Timestamp
}
