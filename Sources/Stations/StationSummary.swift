public import Circulation
public import TransferLog
public import Vocabulary

/// The state of a station, for a screen across the room.
public struct StationSummary: Sendable, Hashable {
    /// A reading with its reply.
    public struct Answered: Sendable, Hashable {
        public let stored: StoredReading
        public let reply: StationReading
        public let entity: Entity?
        /// The code, for display.
        public let code: String
    }

    public let station: StationName
    public let settings: StationSettings
    /// The session after timeouts.
    public let session: StationSession
    public let clerk: Entity?
    public let place: Entity?
    /// The place with the places around it, innermost first.
    public let placeName: String?
    public let giver: Entity?
    /// The open pull list; nil if none is open.
    public let list: PullList?
    /// While counting: the number of expected items and containers that were scanned, and the number expected.
    ///
    /// While fetching: the number pulled, and the number on the list.
    public let counted: Int?
    public let expected: Int?
    /// The last ten readings, newest first.
    public let answered: [Answered]
    /// Whether the station has earlier readings.
    public let hasEarlier: Bool
    /// Readings whose slip or label was not printed, newest first.
    public let unprinted: [Answered]
    /// The number of readings that are not interpreted yet.
    public let waiting: Int
    public let contextExpires: Timestamp?
    public let clerkExpires: Timestamp?
}

/// The time at which a station's session will time out.
public struct StationLapse: Sendable, Hashable {
    public let station: StationName
    public let at: Timestamp
}
