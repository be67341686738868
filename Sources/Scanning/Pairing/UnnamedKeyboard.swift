/// A keyboard that nobody has named, open for the time of a pairing and not grabbed.
///
/// Not Sendable: it lives on the reading thread.
final class UnnamedKeyboard {
    let node: DeviceNode
    private let device: EventDevice
    private var matcher: PairingMatcher

    init(node: DeviceNode, device: consuming EventDevice, patterns: [PairingPattern]) {
        self.node = node
        self.device = device
        self.matcher = PairingMatcher(patterns: patterns)
    }

    var descriptor: Int32 { device.pollDescriptor }

    /// Reads what has come and forgets it; the layouts once the barcode was among it.
    func read() throws(ScannerFailure) -> [KeyboardLayout]? {
        guard let events = try device.read() else { throw .cannotRead(0) }
        for event in events {
            switch event {
            case .key(let code, let value, _):
                if let layouts = matcher.key(code, value: value) { return layouts }
            case .dropped: matcher.eventsDropped()
            }
        }
        return nil
    }
}
