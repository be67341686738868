/// Which tone is played next when more come than can be heard: the gravest, and none that is long past.
struct ToneQueue: Sendable, Hashable {
    private var waiting: Tone?
    private(set) var isPlaying = false

    /// Lets `tone` wait; whether somebody must begin to play.
    mutating func add(_ tone: Tone) -> Bool {
        if let waiting, waiting.gravity > tone.gravity { return false }
        waiting = tone
        defer { isPlaying = true }
        return !isPlaying
    }

    /// The tone to play now; nil when all is played.
    mutating func next() -> Tone? {
        if waiting == nil { isPlaying = false }
        return waiting.take()
    }
}

extension Tone {
    /// How much is lost when nobody hears it.
    fileprivate var gravity: Int {
        switch self {
        case .accepted: 0
        case .attention: 1
        case .refused: 2
        }
    }
}
