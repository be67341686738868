public import Localization

/// An event of the scanners; the events of each scanner are in order.
public enum ScannerEvent: Sendable, Hashable {
    /// The scanner is read from now on, and no other program receives its keys.
    case attached(ScannerIdentity)
    /// The scanner was unplugged, or is no longer named.
    case detached(ScannerIdentity)
    case scan(Scan)
    /// Codes that one scanner sent in a burst and without AIM identifiers: the contents of its memory, or the lines
    /// of one symbol.
    case burst([Scan])
    case rejected(RefusedScan)
    case failed(ScannerFailure, ScannerIdentity)
    /// Two devices have the same name; the owner of the settings stores this for the next reader.
    case doubted(ScannerDoubt)
    /// This many events, including readings of these scanners, were lost because the queue was full.
    case overflowed(lost: Int, of: Set<ScannerIdentity>)
    /// Plugging and unplugging can no longer be detected, for the reason in this `errno`; the reader's last event.
    case watchingEnded(Int32)
}

extension ScannerEvent {
    /// The scanner that sent this event's data; nil for other events.
    private var sender: ScannerIdentity? {
        switch self {
        case .scan(let scan): scan.scanner
        case .burst(let scans): scans.first?.scanner
        case .rejected(let refused): refused.scanner
        case .attached, .detached, .failed, .doubted, .overflowed, .watchingEnded: nil
        }
    }

    /// The event that replaces this one and those lost before it.
    func lost(after former: ScannerEvent?) -> ScannerEvent {
        var count = if case .burst(let scans) = self { scans.count } else { 1 }
        var senders = Set([sender].compactMap { $0 })
        if case .overflowed(let lost, let scanners) = former {
            count += lost
            senders.formUnion(scanners)
        }
        return .overflowed(lost: count, of: senders)
    }
}

/// The events of one reader, for one task; the sequence ends when the reader has stopped and closed all devices.
public struct ScannerEvents: AsyncSequence, Sendable {
    public typealias Element = ScannerEvent
    public typealias Failure = Never

    let queue: BoundedQueue<ScannerEvent>

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(queue: queue) }

    /// Takes events from the reader's bounded queue; not Sendable, because only one task may use it.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let queue: BoundedQueue<ScannerEvent>

        public mutating func next() async -> ScannerEvent? { await queue.next() }

        public mutating func next(isolation actor: isolated (any Actor)?) async -> ScannerEvent? { await queue.next() }
    }
}

/// Why a named scanner cannot be read.
public enum ScannerFailure: Error, Sendable, Hashable, MessageConvertible {
    /// Opening the node failed with this `errno`.
    case cannotOpen(Int32)
    /// Another program has grabbed the scanner, or grabbing failed with this `errno`.
    case cannotGrab(Int32)
    /// Reading failed with this `errno`; the scanner was closed.
    case cannotRead(Int32)
    /// The node belongs to another device, with these vendor and product IDs; it was closed unread.
    case replaced(vendor: String, product: String)
    case badLayout(KeyboardLayoutError)
    /// Its setting also matches another device, or has done so since it was made; neither device is read.
    case indistinguishable

    /// The English text.
    public var description: String { message.english }

    public var message: Message {
        switch self {
        case .cannotOpen(let number):
            Message(
                "cannot open the scanner (error \(number, "error")): check that its udev rule gives it to the group outguide"
            )
        case .cannotGrab(let number):
            Message(
                "cannot have the scanner alone (error \(number, "error")): stop the other program that reads it; "
                    + "Outguide tries again"
            )
        case .cannotRead(let number):
            Message(
                "cannot read the scanner (error \(number, "error")): Outguide tries again; if it stays so, plug it in again"
            )
        case .replaced(let vendor, let product):
            Message(
                "cannot use the scanner: \(vendor, "vendor"):\(product, "product") is in its place; plug it in again"
            )
        case .badLayout(let error): error.message
        case .indistinguishable:
            Message(
                "cannot tell the scanner from another one that is named in the same way, and reads neither: pair each of "
                    + "them again while both are plugged in, or name each by its port and interface in the configuration"
            )
        }
    }
}
