/// The sounds of a station.
///
/// They differ in pitch, number and length of notes, not in pitch alone.
public enum Tone: Sendable, Hashable, CaseIterable {
    /// One short high note.
    case accepted
    /// Two notes, the second one lower.
    case attention
    /// Three long low notes, which carry through a storage room.
    case refused

    /// The notes, each with the silence after it.
    public var notes: [Note] {
        switch self {
        case .accepted: [Note(hertz: 1_760, milliseconds: 90, silence: 0)]
        case .attention:
            [Note(hertz: 988, milliseconds: 120, silence: 40), Note(hertz: 659, milliseconds: 160, silence: 0)]
        case .refused: Array(repeating: Note(hertz: 220, milliseconds: 180, silence: 70), count: 3)
        }
    }

    /// Returns the tone as samples of one channel at this rate.
    public func samples(perSecond rate: Int) -> [Int16] { notes.flatMap { $0.samples(perSecond: rate) } }
}
