/// A scanner that is being read, with its setting.
///
/// Not Sendable: used only on the reading thread.
final class AttachedScanner {
    let node: DeviceNode
    let setting: ScannerSetting?
    /// nil once the device is closed; the object itself may remain in a list that is being iterated.
    private var source: (any ScannerSource)?
    /// The pause that ends or rejects a reading.
    private let pause: Duration
    /// The observers for `scanner test`.
    var watchers: [ScannerWatch] = []
    /// When data that may belong to a code last arrived.
    private var lastRead: ContinuousClock.Instant
    private let affixes: ScanAffixes
    private var burst: ReadingBurst

    init(
        node: DeviceNode,
        setting: ScannerSetting?,
        source: any ScannerSource,
        silence: Duration,
        now: ContinuousClock.Instant
    ) {
        self.node = node
        self.setting = setting
        self.source = source
        self.pause = setting.flatMap { $0.framing == .idle ? $0.idle : nil } ?? silence
        self.lastRead = now
        self.affixes = setting?.affixes ?? ScanAffixes()
        var habits = setting?.habits ?? SymbolHabits()
        habits.marksEachSymbol = !affixes.prefix.isEmpty
        self.burst = ReadingBurst(habits)
    }

    var identity: ScannerIdentity { node.identity }
    /// The descriptor for `poll`, which ignores -1.
    var descriptor: Int32 { source?.descriptor ?? -1 }
    /// When the pause becomes too long for an open reading, or long enough to release held codes; nil when there are
    /// none.
    var deadline: ContinuousClock.Instant? {
        if source?.awaitsEnding == true { return lastRead.advanced(by: pause) }
        return burst.isHolding ? lastRead.advanced(by: .microseconds(burst.patience)) : nil
    }

    /// Reads pending data; returns false when the device is gone.
    func read(now: ContinuousClock.Instant, take: (BurstOutcome) -> Void) throws(ScannerFailure) -> Bool {
        guard let source else { return true }
        switch try source.read(watchers, take: { burst.take(affixes.strip($0), source.pace).forEach(take) }) {
        case .gone: return false
        case .none: return true
        case .some:
            lastRead = now
            return true
        }
    }

    /// Handles reaching ``deadline``.
    func fellSilent() -> [BurstOutcome] {
        guard let source, source.awaitsEnding else { return burst.release() }
        return source.fellSilent().map { burst.take(affixes.strip($0), source.pace) } ?? []
    }

    /// Releases and closes the device; an open reading is rejected.
    func close(as rejection: ScanRejection) -> [BurstOutcome] {
        defer { source = nil }
        let outcomes = source?.abandon(as: rejection).map { [source] in burst.take($0, source?.pace ?? Pace()) } ?? []
        return outcomes + burst.release()
    }
}
