/// A keyboard that is not read as a scanner, open for the time of a pairing and not grabbed.
///
/// Not Sendable: it lives on the reading thread.
final class UnnamedKeyboard: UnnamedDevice {
    /// No gun pauses so long within a barcode.
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
    /// When the pause is too long; nil while nothing is being typed.
    var deadline: ContinuousClock.Instant? { matcher.awaitsEnding ? lastRead.advanced(by: Self.pause) : nil }

    /// Reads what has come; how the barcode was typed once it was among it.
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
