public import Records
public import TransferLog

/// A station as a screen across the room shows it.
public struct StationLine: Sendable, Hashable {
    /// A reading with what was told of it.
    public struct Answered: Sendable, Hashable {
        public let stored: StoredReading
        public let told: StationReading
        public let record: Record?
        /// What was read, as it may be shown.
        public let code: String
    }

    public let station: StationName
    public let settings: StationSettings
    /// As time alone has left it.
    public let session: StationSession
    public let clerk: Record?
    public let place: Record?
    /// The place with the places around it, innermost first.
    public let placeName: String?
    public let giver: Record?
    /// The list of what is fetched; nil when none is open.
    public let list: PullList?
    /// While counting: how many of the expected things were scanned, and how many there should be; while fetching: how
    /// many were pulled, and how many are on the list.
    public let counted: Int?
    public let expected: Int?
    /// The last ten, newest first.
    public let answered: [Answered]
    /// Whether the station remembers readings before those.
    public let hasEarlier: Bool
    /// Readings whose slip or label was not printed, newest first.
    public let unprinted: [Answered]
    /// Readings that wait to be interpreted.
    public let waiting: Int
    public let contextExpires: Timestamp?
    public let clerkExpires: Timestamp?
}
