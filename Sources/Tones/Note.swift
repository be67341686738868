import Glibc

/// A piece of a ``Tone``.
public struct Note: Sendable, Hashable {
    /// Its pitch.
    public let hertz: Int
    public let milliseconds: Int
    /// Milliseconds of silence after it.
    public let silence: Int

    /// Part of the full volume, so that the overtone below fits as well.
    private static let volume = 0.6
    /// Milliseconds in which it swells and fades, so that it does not crack.
    private static let slope = 5

    public init(hertz: Int, milliseconds: Int, silence: Int) {
        self.hertz = hertz
        self.milliseconds = milliseconds
        self.silence = silence
    }

    /// The note and the silence after it; a third overtone makes it audible on small loudspeakers.
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
