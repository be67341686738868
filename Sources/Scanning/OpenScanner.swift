/// A scanner that is being read: its device, the reading that is in progress, and what the configuration says of it.
final class OpenScanner {
    let identity: ScannerIdentity
    private let setting: ScannerSetting?
    private let device: EventDevice
    private var assembler: KeyAssembler
    /// When the last key came, on the monotonic clock.
    private(set) var lastKey: ContinuousClock.Instant

    init(
        identity: ScannerIdentity,
        setting: ScannerSetting?,
        device: consuming EventDevice,
        assembler: consuming KeyAssembler,
        now: ContinuousClock.Instant
    ) {
        self.identity = identity
        self.setting = setting
        self.device = device
        self.assembler = assembler
        self.lastKey = now
    }

    var descriptor: Int32 { device.pollDescriptor }
    /// Whether a pause is to be told by ``fellSilent()``.
    var awaitsEnding: Bool { assembler.awaitsEnding }

    /// Reads what has come; nil when the device is gone.
    func read(now: ContinuousClock.Instant) throws(ScannerFailure) -> [ScannerEvent]? {
        guard let kernelEvents = try device.read() else { return nil }
        lastKey = now
        var events: [ScannerEvent] = []
        for event in kernelEvents {
            let outcome =
                switch event {
                case .key(let code, let value, let time): assembler.key(code, value: value, time: time)
                case .dropped: assembler.eventsDropped()
                }
            if let outcome { events.append(self.event(outcome)) }
        }
        return events
    }

    func fellSilent() -> ScannerEvent? {
        assembler.fellSilent().map(event)
    }

    /// The last event but for `detached`, when a reading was open.
    func abandon(as rejection: ScanRejection) -> ScannerEvent? {
        assembler.abandon(as: rejection).map(event)
    }

    private func event(_ outcome: KeyOutcome) -> ScannerEvent {
        switch outcome {
        case .reading(let reading):
            .scan(Scan(scanner: identity, name: setting?.name, station: setting?.station, reading: reading))
        case .rejection(let rejection): .rejected(rejection, identity)
        }
    }
}
