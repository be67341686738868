/// What a station says without a word; each is told from the others by pitch, number and length, not by pitch alone.
public enum Tone: Sendable, Hashable, CaseIterable {
    /// One short high note.
    case accepted
    /// Two notes, of which the second is lower.
    case attention
    /// Three long low notes, which carry through a storage room.
    case refused

    /// Its notes, with the silence after each.
    public var notes: [Note] {
        switch self {
        case .accepted: [Note(hertz: 1_760, milliseconds: 90, silence: 0)]
        case .attention:
            [Note(hertz: 988, milliseconds: 120, silence: 40), Note(hertz: 659, milliseconds: 160, silence: 0)]
        case .refused: Array(repeating: Note(hertz: 220, milliseconds: 180, silence: 70), count: 3)
        }
    }

    /// How it sounds: samples of one channel, so many a second.
    public func samples(perSecond rate: Int) -> [Int16] { notes.flatMap { $0.samples(perSecond: rate) } }
}
