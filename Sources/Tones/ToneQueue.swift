/// Selects the next tone if more arrive than can be played: the most serious one, and none that is outdated.
struct ToneQueue: Sendable, Hashable {
    private var waiting: Tone?
    private(set) var isPlaying = false

    /// Adds `tone`; returns whether the caller must start playing.
    mutating func add(_ tone: Tone) -> Bool {
        if let waiting, waiting.gravity > tone.gravity { return false }
        waiting = tone
        defer { isPlaying = true }
        return !isPlaying
    }

    /// Returns the tone to play now; nil if there is none.
    mutating func next() -> Tone? {
        if waiting == nil { isPlaying = false }
        return waiting.take()
    }
}

extension Tone {
    /// The importance of hearing this tone.
    fileprivate var gravity: Int {
        switch self {
        case .accepted: 0
        case .attention: 1
        case .refused: 2
        }
    }
}
