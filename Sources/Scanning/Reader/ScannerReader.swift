import Synchronization

/// Reads all scanners that are named, on one thread of its own that sleeps until something is typed, plugged or asked.
///
/// A keyboard that neither a udev rule (`ID_OUTGUIDE_SCANNER=1`) nor a setting names is never opened, but for the
/// minute of a ``pair(typing:within:)``.
public final class ScannerReader: Sendable {
    private enum Phase {
        case fresh
        case running
        case stopped
    }

    /// No scanner pauses so long within a barcode.
    public static let defaultSilence: Duration = .seconds(1)

    /// What happens at the scanners, for one task.
    public let events: ScannerEvents
    private let mailbox: Mutex<ReaderMailbox?> = Mutex(nil)
    private let settings: [ScannerSetting]
    private let doubts: Set<ScannerDoubt>
    private let silence: Duration
    private let phase = Mutex(Phase.fresh)

    /// A reader that keeps at most `capacity` events that nobody has taken; of those that follow it keeps the number.
    ///
    /// The default holds more than half a second of eight guns that send ten thousand characters per second each.
    ///
    /// A reading in which nothing comes for `silence` is refused, unless the setting of its scanner has
    /// ``ScanFraming/idle``. Of several settings that match, the first counts. `doubts` are those that an earlier reader
    /// reported as ``ScannerEvent/doubted(_:)``.
    public init(
        settings: [ScannerSetting],
        doubts: Set<ScannerDoubt> = [],
        capacity: Int = 4_096,
        silence: Duration = defaultSilence
    ) {
        self.events = ScannerEvents(queue: BoundedQueue(capacity: capacity) { $1.lost(after: $0) })
        self.settings = settings
        self.doubts = doubts
        self.silence = silence
    }

    deinit { stop() }

    /// Begins to listen, opens what is plugged in already, and follows what comes and goes.
    public func start() throws(ScannerReaderError) {
        try phase.withLock { phase throws(ScannerReaderError) in
            guard case .fresh = phase else { throw .alreadyStarted }
            let mailbox = try ReaderMailbox()
            let loop = try ScannerLoop(
                register: ScannerRegister(settings: settings),
                doubts: doubts,
                layouts: CompiledLayouts(for: settings),
                queue: events.queue,
                mailbox: mailbox,
                silence: silence
            )
            try ReadingThread.start { loop.run() }
            self.mailbox.withLock { $0 = mailbox }
            phase = .running
        }
    }

    /// Lets the thread end, without waiting: it frees and closes all scanners, and then ``events`` ends.
    public func stop() {
        phase.withLock { phase in
            switch phase {
            case .running: mailbox.withLock { $0.take() }?.send(.stop)
            case .fresh: events.queue.finish()
            case .stopped: break
            }
            phase = .stopped
        }
    }

    /// nil before the start and after the end.
    var runningMailbox: ReaderMailbox? { mailbox.withLock { $0 } }

    /// Reads what these settings name, and no more what only the former ones named; scanners whose setting stays the
    /// same are read on without a gap.
    ///
    /// What `doubts` name is not read. Compiles the layouts first, which takes some milliseconds each.
    public func use(settings: [ScannerSetting], doubts: Set<ScannerDoubt>) throws(ScannerReaderError) {
        let layouts = CompiledLayouts(for: settings)
        guard let mailbox = runningMailbox else { throw .notRunning }
        mailbox.send(.use(settings, doubts, layouts))
    }

    /// Returns once the reading thread has looked up from its work, or at once when there is none.
    ///
    /// A thread that hangs never answers.
    public func answer() async {
        guard let mailbox = runningMailbox else { return }
        await withCheckedContinuation { mailbox.send(.answer($0)) }
    }

    /// What the scanners that answer to this name send, key by key, for as long as the answer is held.
    ///
    /// Their readings go to ``events`` all the same.
    public func signals(of name: String) throws(ScannerReaderError) -> ScannerSignals {
        guard let mailbox = runningMailbox else { throw .notRunning }
        return ScannerSignals(watch: ScannerWatch(name: name), mailbox: mailbox)
    }
}
