import ArgumentParser

/// A time on the command line: a day, a minute, or RFC 3339.
///
/// The daemon decides what instant it is, by the clocks of the site: this machine, or the person at it, may live by
/// others.
struct MomentArgument: ExpressibleByArgument, Sendable, Hashable {
    /// What the help of a command says about times.
    static let forms = """
        A time is a day (2026-01-31), a minute (“2026-01-31 13:45”) by the clocks of the site, or an instant with its \
        offset (2026-01-31T13:45:00Z).
        """

    /// As it was written.
    let text: String

    /// Nil for an empty text, as a script with an unset variable gives.
    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        text = argument
    }
}
