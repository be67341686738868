/// Raw input of one scanner, and the resulting readings.
public enum ScannerSignal: Sendable, Hashable {
    case key(Keystroke)
    /// The kernel lost keys.
    case eventsDropped
    /// A HID POS report or a chunk from a serial line, with its time in microseconds since 1970 UTC.
    case bytes([UInt8], time: Int64)
    case reading(ScanReading)
    case rejection(ScanRejection)
    /// The scanner is read from this point on.
    case attached(ScannerIdentity)
    case detached(ScannerIdentity)
    /// This many signals were lost because the queue was full.
    case overflowed(lost: Int)
}

/// The signals of the scanners with one name, for one task.
///
/// The sequence ends when the reader stops; the watch ends when this object is released.
public final class ScannerSignals: AsyncSequence, Sendable {
    public typealias Element = ScannerSignal
    public typealias Failure = Never

    private let watch: ScannerWatch
    private let mailbox: ReaderMailbox

    init(watch: ScannerWatch, mailbox: ReaderMailbox) {
        self.watch = watch
        self.mailbox = mailbox
        mailbox.send(.watch(watch))
    }

    deinit { mailbox.send(.endWatching(watch)) }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(signals: self, queue: watch.queue) }

    /// Takes signals from a bounded queue; not Sendable, because only one task may use it.
    public struct AsyncIterator: AsyncIteratorProtocol {
        /// Keeps the watch alive.
        let signals: ScannerSignals
        let queue: BoundedQueue<ScannerSignal>

        public mutating func next() async -> ScannerSignal? { await queue.next() }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> ScannerSignal? { await queue.next() }
    }
}

/// One observer of the scanners with one name; compared by identity.
final class ScannerWatch: Sendable, Hashable {
    private static let capacity = 4_096

    let name: String
    let queue = BoundedQueue<ScannerSignal>(capacity: capacity) { former, _ in
        if case .overflowed(let lost) = former { .overflowed(lost: lost + 1) } else { .overflowed(lost: 1) }
    }

    init(name: String) { self.name = name }

    func tell(_ signal: ScannerSignal) { queue.push(signal) }

    static func == (left: ScannerWatch, right: ScannerWatch) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension [ScannerWatch] {
    func tell(_ signal: ScannerSignal) { for watch in self { watch.tell(signal) } }
}

/// A key of a keyboard scanner pressed or released.
public struct Keystroke: Sendable, Hashable {
    public enum Action: String, Sendable, Hashable {
        case pressed, released
        /// The kernel's repeat of a held key, which readings ignore.
        case repeated

        init(_ value: Int32) {
            switch value {
            case 0: self = .released
            case 1: self = .pressed
            default: self = .repeated
            }
        }
    }

    /// The kernel key code.
    public let code: UInt16
    /// The kernel's name, such as `KEY_A`, which is that of the key on a US keyboard in any layout.
    public let name: String
    public let action: Action
    /// The text of the key in the scanner's layout with the current modifiers; nil for modifiers and unusable keys.
    public let text: String?
    /// When the kernel received it, in microseconds since 1970 UTC.
    public let time: Int64
}
