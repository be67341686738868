import Glibc
public import Localization
import Synchronization

/// Reads all named scanners, on a single thread that sleeps until there is input, a device change or a command.
///
/// A keyboard that neither a udev rule (`ID_OUTGUIDE_SCANNER=1`) nor a setting names is never opened, except during a
/// ``pair(typing:within:)``.
public final class ScannerReader: Sendable {
    private enum Phase {
        case fresh
        case running
        case stopped
    }

    /// Longer than any pause within a barcode.
    public static let defaultSilence: Duration = .seconds(1)

    /// The events of the scanners, for one task.
    public let events: ScannerEvents
    private let mailbox: Mutex<ReaderMailbox?> = Mutex(nil)
    private let settings: [ScannerSetting]
    private let doubts: Set<ScannerDoubt>
    private let silence: Duration
    private let phase = Mutex(Phase.fresh)

    /// Creates a reader that queues at most `capacity` events; later events are only counted.
    ///
    /// The default holds more than half a second of input from eight scanners that each send ten thousand characters
    /// per second.
    ///
    /// A reading in which nothing arrives for `silence` is rejected, unless its scanner's setting has
    /// ``ScanFraming/idle``. If several settings match, the first applies. `doubts` are those that an earlier reader
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

    /// Starts monitoring, opens devices already plugged in, and follows changes.
    ///
    /// - Throws: ``ScannerReaderError`` if it ran before, if udev cannot be watched or if the kernel refuses a thread.
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

    /// Stops the thread without waiting; it releases and closes all scanners, and then ``events`` ends.
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

    /// Reads the scanners that these settings name, and stops reading others.
    ///
    /// Scanners with an unchanged setting continue without a gap. Scanners that `doubts` match are not read. Compiles
    /// the layouts first, which takes some milliseconds each.
    ///
    /// - Throws: ``ScannerReaderError/notRunning`` before the start and after the end.
    public func use(settings: [ScannerSetting], doubts: Set<ScannerDoubt>) throws(ScannerReaderError) {
        let layouts = CompiledLayouts(for: settings)
        guard let mailbox = runningMailbox else { throw .notRunning }
        mailbox.send(.use(settings, doubts, layouts))
    }

    /// Returns once the reading thread has responded, or immediately when it is not running.
    ///
    /// A hung thread never responds.
    public func answer() async {
        guard let mailbox = runningMailbox else { return }
        await withCheckedContinuation { mailbox.send(.answer($0)) }
    }

    /// The signals of the scanners with this name, key by key, for as long as the result is retained.
    ///
    /// Their readings still go to ``events``.
    ///
    /// - Throws: ``ScannerReaderError/notRunning`` before the start and after the end.
    public func signals(of name: String) throws(ScannerReaderError) -> ScannerSignals {
        guard let mailbox = runningMailbox else { throw .notRunning }
        return ScannerSignals(watch: ScannerWatch(name: name), mailbox: mailbox)
    }
}

extension ScannerReader {
    /// The keyboards, HID POS scanners and USB serial lines that are plugged in, and all devices that the settings
    /// name.
    ///
    /// Opens none of them; udev is queried on a separate thread.
    ///
    /// - Throws: ``ScannerReaderError`` if udev cannot be queried or the kernel refuses a thread.
    public static func survey(settings: [ScannerSetting]) async throws(ScannerReaderError) -> [AttachedDevice] {
        let answer: Result<[AttachedDevice], ScannerReaderError> = await withCheckedContinuation { continuation in
            do throws(ScannerReaderError) {
                try ReadingThread.start {
                    do throws(ScannerReaderError) {
                        continuation.resume(returning: .success(try devices(settings)))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
        return try answer.get()
    }

    private static func devices(_ settings: [ScannerSetting]) throws(ScannerReaderError) -> [AttachedDevice] {
        let register = ScannerRegister(settings: settings)
        return try UdevMonitor().enumerate().filter { node in
            switch node.identity.transport {
            case .keyboard: node.isKeyboard || register.names(node)
            case .pointOfSale: true
            case .serial: node.usbDevice != nil || register.names(node)
            }
        }.map { node in
            AttachedDevice(
                identity: node.identity,
                isNamed: register.names(node),
                isReadable: access(node.identity.devnode, R_OK) == 0
            )
        }
    }
}

/// Why scanners cannot be read.
public enum ScannerReaderError: Error, Sendable, Hashable, MessageConvertible {
    /// libudev failed with this `errno`.
    case cannotWatchDevices(Int32)
    /// The kernel refused an event descriptor or a thread with this `errno`.
    case outOfResources(Int32)
    /// A reader runs only once; create a new one.
    case alreadyStarted
    /// The reader has not been started, or has been stopped.
    case notRunning

    /// The underlying `errno`; 0 when there is none.
    var number: Int32 {
        switch self {
        case .cannotWatchDevices(let number), .outOfResources(let number): number
        case .alreadyStarted, .notRunning: 0
        }
    }

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .cannotWatchDevices(let number):
            Message("cannot watch devices (error \(number, "error")): check that udev is running")
        case .outOfResources(let number):
            Message("cannot start reading scanners (error \(number, "error")): raise the limits of the service")
        case .alreadyStarted: Message("cannot start a scanner reader twice: make a new one")
        case .notRunning: Message("cannot ask a scanner reader that does not run: start it")
        }
    }
}

/// Reads device files without blocking.
enum DeviceFile {
    /// Whether the error of a system call says that the device was unplugged, which is not an error.
    static func isGone(_ number: Int32) -> Bool { number == ENOENT || number == ENODEV || number == ENXIO }

    /// Returns at most `count` pending bytes, or an empty array if there are none; nil when the device is gone.
    static func read(_ descriptor: Int32, upTo count: Int) throws(ScannerFailure) -> [UInt8]? {
        var (result, number) = (0, Int32(0))
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            number = errno
            filled = max(result, 0)
        }
        if result > 0 { return bytes }
        if result < 0, number == EAGAIN || number == EINTR { return [] }
        // A terminal returns 0 or EIO when it hangs up, and hidraw EIO once the device is unplugged.
        if result == 0 || number == EIO || isGone(number) { return nil }
        throw .cannotRead(number)
    }
}
