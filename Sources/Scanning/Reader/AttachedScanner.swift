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
    /// When something came last, on the monotonic clock.
    private var lastRead: ContinuousClock.Instant

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
    }

    var identity: ScannerIdentity { node.identity }
    /// For `poll`, which passes over -1.
    var descriptor: Int32 { source?.descriptor ?? -1 }
    /// When the pause is too long; nil while no reading is open.
    var deadline: ContinuousClock.Instant? { source?.awaitsEnding == true ? lastRead.advanced(by: pause) : nil }

    /// Reads what has come; false when the device is gone.
    func read(now: ContinuousClock.Instant, take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> Bool {
        lastRead = now
        return try source?.read(watchers, take: take) ?? true
    }

    func fellSilent() -> ReadingOutcome? { source?.fellSilent() }

    /// Frees and closes the device; a reading that is open is refused.
    func close(as rejection: ScanRejection) -> ReadingOutcome? {
        defer { source = nil }
        return source?.abandon(as: rejection)
    }
}
