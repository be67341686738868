/// A scanner that is being read: its device, and what the configuration says of it.
///
/// Not Sendable: it lives on the reading thread.
final class AttachedScanner {
    let node: DeviceNode
    let setting: ScannerSetting?
    /// nil once the device is closed; the scanner itself may live on in a list that is being gone through.
    private var source: (any ScannerSource)?
    /// What pause ends or refuses a reading.
    private let pause: Duration
    /// Who looks on, for `scanner test`.
    var watchers: [ScannerWatch] = []
    /// When something came last that may belong to a code.
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
    /// For `poll`, which passes over -1.
    var descriptor: Int32 { source?.descriptor ?? -1 }
    /// When the pause is too long for a reading that is open, or long enough for those that wait for what follows; nil
    /// while there are none.
    var deadline: ContinuousClock.Instant? {
        if source?.awaitsEnding == true { return lastRead.advanced(by: pause) }
        return burst.isHolding ? lastRead.advanced(by: .microseconds(burst.patience)) : nil
    }

    /// Reads what has come; false when the device is gone.
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

    /// Takes that ``deadline`` has come.
    func fellSilent() -> [BurstOutcome] {
        guard let source, source.awaitsEnding else { return burst.release() }
        return source.fellSilent().map { burst.take(affixes.strip($0), source.pace) } ?? []
    }

    /// Frees and closes the device; a reading that is open is refused.
    func close(as rejection: ScanRejection) -> [BurstOutcome] {
        defer { source = nil }
        let outcomes = source?.abandon(as: rejection).map { [source] in burst.take($0, source?.pace ?? Pace()) } ?? []
        return outcomes + burst.release()
    }
}
