import Glibc

/// A note of a ``Tone``.
public struct Note: Sendable, Hashable {
    /// The frequency.
    public let hertz: Int
    public let milliseconds: Int
    /// The silence after the note, in milliseconds.
    public let silence: Int

    /// The share of the full volume, which leaves room for the overtone below.
    private static let volume = 0.6
    /// The milliseconds of fade-in and fade-out, which prevent clicks.
    private static let slope = 5

    /// Returns the note with the silence after it.
    ///
    /// A third harmonic makes it audible on small loudspeakers.
    func samples(perSecond rate: Int) -> [Int16] {
        let count = rate * milliseconds / 1_000
        let slope = max(1, rate * Self.slope / 1_000)
        let sound = (0..<count).map { index in
            let phase = 2 * Double.pi * Double(hertz) * Double(index) / Double(rate)
            let swell = min(1, Double(min(index, count - 1 - index)) / Double(slope))
            return Int16(Double(Int16.max) * Self.volume * swell * (sin(phase) + sin(3 * phase) / 3))
        }
        return sound + Array(repeating: 0, count: rate * silence / 1_000)
    }
}
