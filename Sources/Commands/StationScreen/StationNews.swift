import Wire

/// Something that changes what a screen shows.
enum StationNews: Sendable, Hashable {
    /// A reading was answered.
    case outcome(OutcomeResource)
    /// A station is in another state.
    case station(StationResource)
    /// What the daemon says when it is asked, and why its log takes nothing in, if that is so.
    case polled([StationResource], trouble: String?)
    /// The daemon cannot be reached.
    case away(reason: String)
    /// Something was typed into the terminal of the screen.
    case typed
    /// Why tones cannot be played; nil when they can be again.
    case tones(trouble: String?)
    /// Time passed, or the terminal is another.
    case passed
}
