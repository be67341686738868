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
