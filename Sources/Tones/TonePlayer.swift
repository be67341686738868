import Dispatch
import Synchronization

/// Plays tones one after the other on a queue of its own, so that nobody waits for a loudspeaker.
///
/// When more come than can be heard, the gravest of those that wait is played and the others are dropped: a refusal is
/// never lost behind acceptances, and no tone sounds long after its reading.
public final class TonePlayer: Sendable {
    /// The device that ALSA takes when nobody names one.
    public static let standardDevice = "default"

    private struct State {
        var tones = ToneQueue()
        var trouble: ToneError?
    }

    private let device: String
    private let tell: @Sendable (ToneError?) -> Void
    private let queue = DispatchQueue(label: "outguide.tones")
    private let state = Mutex(State())

    /// A player on an ALSA device, which is opened for each tone: other programs may play on it meanwhile.
    ///
    /// - Parameter tell: hears when tones cannot be played, and nil when they can be played again.
    public init(device: String = standardDevice, tell: @escaping @Sendable (ToneError?) -> Void) {
        self.device = device
        self.tell = tell
    }

    /// Has `tone` played, and returns at once.
    public func play(_ tone: Tone) {
        guard state.withLock({ $0.tones.add(tone) }) else { return }
        queue.async { [self] in
            while let tone = state.withLock({ $0.tones.next() }) {
                note { () throws(ToneError) in
                    try SoundDevice(name: device).play(tone.samples(perSecond: SoundDevice.rate))
                }
            }
        }
    }

    /// Opens the device once, so that trouble is told before the first tone.
    public func check() {
        queue.async { [self] in
            note { () throws(ToneError) in _ = try SoundDevice(name: device) }
        }
    }

    /// Waits until all was played; not for the cooperative pool.
    public func finish() { queue.sync {} }

    /// Tells what becomes of `work` when it is another thing than before.
    private func note(_ work: () throws(ToneError) -> Void) {
        var trouble: ToneError?
        do throws(ToneError) { try work() } catch { trouble = error }
        let isNews = state.withLock { state in
            defer { state.trouble = trouble }
            return state.trouble != trouble
        }
        if isNews { tell(trouble) }
    }
}
