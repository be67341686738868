/// A HID POS scanner or a serial line that is not read, opened for the duration of a pairing.
///
/// Not Sendable: used only on the reading thread.
final class UnnamedScanner: UnnamedDevice {
    /// Longer than any pause within a barcode.
    private static let pause = ScannerReader.defaultSilence

    let node: DeviceNode
    private let source: any ScannerSource
    private let text: String
    private let framing: ScanFraming
    private var lastRead: ContinuousClock.Instant

    init(node: DeviceNode, source: any ScannerSource, request: PairingRequest, now: ContinuousClock.Instant) {
        self.node = node
        self.source = source
        self.text = request.text
        self.framing = request.lineFraming
        self.lastRead = now
    }

    var descriptor: Int32 { source.descriptor }
    var deadline: ContinuousClock.Instant? { source.awaitsEnding ? lastRead.advanced(by: Self.pause) : nil }

    func read(now: ContinuousClock.Instant) throws(ScannerFailure) -> PairingMatcher.Match? {
        lastRead = now
        var match: PairingMatcher.Match?
        let activity = try source.read([]) { outcome in match = match ?? self.match(outcome) }
        if case .gone = activity { throw .cannotRead(0) }
        return match
    }

    func fellSilent() -> PairingMatcher.Match? { source.fellSilent().flatMap(match) }

    private func match(_ outcome: ReadingOutcome) -> PairingMatcher.Match? {
        guard case .reading(let reading) = outcome, let affixes = ScanAffixes(around: text, in: reading.text) else {
            return nil
        }
        return PairingMatcher.Match(layouts: [], framing: framing, affixes: affixes)
    }
}

/// A device that is not read as a scanner, opened for the duration of a pairing.
///
/// Not Sendable: used only on the reading thread.
protocol UnnamedDevice: AnyObject {
    var node: DeviceNode { get }
    /// The descriptor for `poll`.
    var descriptor: Int32 { get }
    /// When to call ``fellSilent()``; nil while no code is open.
    var deadline: ContinuousClock.Instant? { get }

    /// Reads pending data; returns how the barcode was sent if the data completes it.
    func read(now: ContinuousClock.Instant) throws(ScannerFailure) -> PairingMatcher.Match?

    /// Processes a pause longer than any within a barcode.
    func fellSilent() -> PairingMatcher.Match?
}

/// A keyboard that is not read as a scanner, opened without a grab for the duration of a pairing.
///
/// Not Sendable: used only on the reading thread.
final class UnnamedKeyboard: UnnamedDevice {
    /// Longer than any pause within a barcode.
    private static let pause = ScannerReader.defaultSilence

    let node: DeviceNode
    private let device: EventDevice
    private let matcher: PairingMatcher
    private var lastRead: ContinuousClock.Instant

    init(node: DeviceNode, device: consuming EventDevice, request: PairingRequest, now: ContinuousClock.Instant) {
        self.node = node
        self.matcher = PairingMatcher(request, held: device.held)
        self.device = device
        self.lastRead = now
    }

    var descriptor: Int32 { device.pollDescriptor }
    /// When the pause becomes too long; nil while no code is open.
    var deadline: ContinuousClock.Instant? { matcher.awaitsEnding ? lastRead.advanced(by: Self.pause) : nil }

    /// Reads pending keys; returns how the barcode was typed if they complete it.
    func read(now: ContinuousClock.Instant) throws(ScannerFailure) -> PairingMatcher.Match? {
        lastRead = now
        guard let events = try device.read() else { throw .cannotRead(0) }
        for event in events {
            switch event {
            case .key(let code, let value, let time):
                if let match = matcher.key(code, value: value, time: time) { return match }
            case .dropped: matcher.eventsDropped()
            }
        }
        return nil
    }

    func fellSilent() -> PairingMatcher.Match? { matcher.fellSilent() }
}
