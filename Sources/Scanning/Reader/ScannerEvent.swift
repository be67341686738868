/// What happens at the scanners, in the order in which it happened at each one.
public enum ScannerEvent: Sendable, Hashable {
    /// From now on the scanner is read, and no other program gets its keys.
    case attached(ScannerIdentity)
    /// The scanner is gone, or is no longer named.
    case detached(ScannerIdentity)
    case scan(Scan)
    /// Codes that one scanner sent at once and without AIM identifiers: those of a memory that it emptied, or the lines of
    /// one symbol.
    case burst([Scan])
    case rejected(RefusedScan)
    case failed(ScannerFailure, ScannerIdentity)
    /// Two devices were named alike; whoever keeps the settings keeps this too, for the next reader.
    case doubted(ScannerDoubt)
    /// This many events, readings of these scanners among them, were lost here because nobody took them in time.
    case overflowed(lost: Int, of: Set<ScannerIdentity>)
    /// Plugging and unplugging can no longer be seen, for the reason in this `errno`; the last event of the reader.
    case watchingEnded(Int32)
}

extension ScannerEvent {
    /// Who sent what this event tells; nil when no scanner sent anything.
    private var sender: ScannerIdentity? {
        switch self {
        case .scan(let scan): scan.scanner
        case .burst(let scans): scans.first?.scanner
        case .rejected(let refused): refused.scanner
        case .attached, .detached, .failed, .doubted, .overflowed, .watchingEnded: nil
        }
    }

    /// What is told in the place of this event and of those that were lost before it.
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
