import Records

/// A time as people read it: by the clocks of the site.
enum Moment {
    /// `2026-11-21 05:50` for an RFC 3339 time; anything else as it is.
    static func of(_ time: String) -> String {
        Timestamp(rfc3339: time).map(SiteClock.current.text) ?? time
    }

    /// `05:50:12` for an RFC 3339 time; anything else as it is.
    static func clock(_ time: String) -> String {
        Timestamp(rfc3339: time).map(SiteClock.current.time) ?? time
    }
}
