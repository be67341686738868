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
