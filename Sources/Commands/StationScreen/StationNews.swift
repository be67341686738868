import Wire

/// News that changes a screen.
enum StationNews: Sendable, Hashable {
    /// A reading has an outcome.
    case outcome(OutcomeResource)
    /// A station changed.
    case station(StationResource)
    /// The response to a poll, with the reason if the log cannot be written.
    case polled([StationResource], trouble: String?)
    /// The daemon cannot be reached.
    case away(reason: String)
    /// Something was typed into the terminal of the screen.
    case typed
    /// Tones cannot be played for this reason; nil if they can again.
    case tones(trouble: String?)
    /// Time passed, or the terminal changed.
    case passed
}
