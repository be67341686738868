import Synchronization

/// Reads all scanners that are named, on one thread of its own that sleeps until a key, a plug or ``stop()`` comes.
///
/// A keyboard that neither a udev rule (`ID_OUTGUIDE_SCANNER=1`) nor a setting names is never opened.
public final class ScannerReader: Sendable {
    private enum Phase {
        case fresh
        case running(WakeSignal)
        case stopped
    }

    /// No scanner pauses so long within a barcode.
    public static let defaultSilence: Duration = .seconds(1)

    /// What happens at the scanners, for one task.
    public let events: ScannerEvents
    private let register: ScannerRegister
    private let silence: Duration
    private let phase = Mutex(Phase.fresh)

    /// A reader that keeps at most `capacity` events that nobody has taken; of those that follow it keeps the number.
    ///
    /// A reading in which nothing comes for `silence` is refused. Of several settings that match, the first counts.
    public init(settings: [ScannerSetting], capacity: Int = 256, silence: Duration = defaultSilence) {
        self.events = ScannerEvents(queue: ScannerEventQueue(capacity: capacity))
        self.register = ScannerRegister(settings: settings)
        self.silence = silence
    }

    deinit { stop() }

    /// Begins to listen, opens what is plugged in already, and follows what comes and goes.
    public func start() throws(ScannerReaderError) {
        try phase.withLock { phase throws(ScannerReaderError) in
            guard case .fresh = phase else { throw .alreadyStarted }
            let wake = try WakeSignal()
            let loop = try ScannerLoop(register: register, queue: events.queue, wake: wake, silence: silence)
            try ReadingThread.start { loop.run() }
            phase = .running(wake)
        }
    }

    /// Lets the thread end, without waiting: it frees and closes all scanners, and then ``events`` ends.
    public func stop() {
        phase.withLock { phase in
            switch phase {
            case .running(let wake): wake.fire()
            case .fresh: events.queue.finish()
            case .stopped: break
            }
            phase = .stopped
        }
    }
}
