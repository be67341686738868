import Records

/// What the grammar wants to know about a station, beside what it is in the middle of.
struct StationProfile: Sendable, Hashable {
    /// The location where it stands.
    var location: Record?
    /// Whether a thing that is scanned alone is returned.
    var returns = false
    /// Whether nothing is taken before a clerk signed in.
    var needsSignIn = false
    /// The thing that waits for its shelf.
    var waiting: Record?
}
