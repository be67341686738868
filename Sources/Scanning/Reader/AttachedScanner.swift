/// A scanner that is being read: its device, and what the configuration says of it.
///
/// Not Sendable: it lives on the reading thread.
final class AttachedScanner {
    let node: DeviceNode
    let setting: ScannerSetting?
    private let source: any ScannerSource
    /// What pause ends or refuses a reading.
    private let pause: Duration
    /// Who looks on, for `scanner test`.
    var watcher: ScannerWatch?
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
    var descriptor: Int32 { source.descriptor }
    /// When the pause is too long; nil while no reading is open.
    var deadline: ContinuousClock.Instant? { source.awaitsEnding ? lastRead.advanced(by: pause) : nil }

    /// Reads what has come; false when the device is gone.
    func read(now: ContinuousClock.Instant, take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> Bool {
        lastRead = now
        return try source.read(watcher, take: take)
    }

    func fellSilent() -> ReadingOutcome? { source.fellSilent() }

    func abandon(as rejection: ScanRejection) -> ReadingOutcome? { source.abandon(as: rejection) }
}
