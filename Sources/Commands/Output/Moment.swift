import Vocabulary

/// Formats times for people, by the site's clock.
enum Moment {
    /// Returns `2026-11-21 05:50` for an RFC 3339 time; anything else unchanged.
    static func of(_ time: String) -> String {
        Timestamp(rfc3339: time).map(SiteClock.current.text) ?? time
    }

    /// Returns `05:50:12` for an RFC 3339 time; anything else unchanged.
    static func clock(_ time: String) -> String {
        Timestamp(rfc3339: time).map(SiteClock.current.time) ?? time
    }
}
