/// Tells the second telling of one barcode by one gun from a second barcode.
///
/// A gun may bear a HID POS interface and a keyboard at once, and send each barcode through both. Readings of the two
/// are paired off one to one within ``window``, so that a barcode that is really read twice stays two readings.
struct TwinFilter {
    /// No gun lets its two interfaces lag so far behind each other, and no hand is that quick with the same barcode.
    static let window = Duration.milliseconds(750)

    private struct Telling {
        let device: String
        let transport: ScannerTransport
        let text: String
        let time: ContinuousClock.Instant
    }

    /// Oldest first.
    private var tellings: [Telling] = []

    /// Whether the outcome repeats what another interface of the same USB device has just told.
    ///
    /// A refusal repeats any reading, because it does not say of which text it is.
    mutating func repeats(
        _ outcome: ReadingOutcome,
        from node: DeviceNode,
        isAlone: Bool,
        now: ContinuousClock.Instant
    ) -> Bool {
        tellings.removeAll { $0.time.duration(to: now) > Self.window }
        guard let device = node.usbDevice, !isAlone else { return false }
        let transport = node.identity.transport
        // One interface may have the AIM prefix in the data, and the other in a field of its own.
        let text: String? = if case .reading(let reading) = outcome { reading.data } else { nil }
        let first = tellings.firstIndex {
            $0.device == device && $0.transport != transport && (text == nil || text == $0.text)
        }
        if let first {
            tellings.remove(at: first)
            return true
        }
        if let text { tellings.append(Telling(device: device, transport: transport, text: text, time: now)) }
        return false
    }
}
