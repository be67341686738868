import ArgumentParser

/// A time on the command line: a day, a minute, or RFC 3339.
///
/// The daemon converts it to an instant by the site's clock, because this machine or its user may have another time
/// zone.
struct MomentArgument: ExpressibleByArgument, Sendable, Hashable {
    /// The description of times in the help of commands.
    static let forms = """
        A time is a day (2026-01-31), a minute (“2026-01-31 13:45”) by the clocks of the site, or an instant with its \
        offset (2026-01-31T13:45:00Z).
        """

    /// The text as written.
    let text: String

    /// Returns nil for an empty text, for example from an unset variable in a script.
    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        text = argument
    }
}
