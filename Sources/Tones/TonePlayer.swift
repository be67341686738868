import Dispatch
import Synchronization

/// Plays tones one after another on a queue of its own, so that callers do not wait.
///
/// If more tones arrive than can be played, the most serious waiting one is played and the others are dropped: a
/// refusal is never lost among acceptances, and no tone sounds long after its reading.
public final class TonePlayer: Sendable {
    /// The default ALSA device.
    public static let standardDevice = "default"

    private struct State {
        var tones = ToneQueue()
        var trouble: ToneError?
    }

    private let device: String
    private let tell: @Sendable (ToneError?) -> Void
    private let queue = DispatchQueue(label: "outguide.tones")
    private let state = Mutex(State())

    /// Creates a player for an ALSA device, which is opened for each tone, so that other programs can use it in
    /// between.
    ///
    /// - Parameter tell: is called when tones cannot be played, and with nil when they can again.
    public init(device: String = standardDevice, tell: @escaping @Sendable (ToneError?) -> Void) {
        self.device = device
        self.tell = tell
    }

    /// Queues `tone`, and returns immediately.
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

    /// Opens the device once, so that problems are reported before the first tone.
    public func check() {
        queue.async { [self] in
            note { () throws(ToneError) in _ = try SoundDevice(name: device) }
        }
    }

    /// Waits until all tones were played; not for the cooperative pool.
    public func finish() { queue.sync {} }

    /// Runs `work`, and reports its result if it differs from the previous one.
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
