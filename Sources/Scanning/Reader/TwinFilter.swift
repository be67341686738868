/// Distinguishes a repeated report of one barcode by one scanner from a second barcode.
///
/// A scanner may have a HID POS and a keyboard interface, and send each barcode through both. Readings of the two are
/// matched one to one within ``window``, so that a barcode that is really read twice remains two readings.
struct TwinFilter {
    /// Longer than the delay between two interfaces of a scanner, and shorter than a person needs to scan a barcode
    /// again.
    static let window = Duration.milliseconds(750)

    private struct Telling {
        let device: String
        let transport: ScannerTransport
        let text: String
        let time: ContinuousClock.Instant
    }

    /// Oldest first.
    private var tellings: [Telling] = []

    /// Whether the outcome repeats one that another interface of the same USB device has just reported.
    ///
    /// A rejection matches any reading, because it does not contain the text.
    mutating func repeats(
        _ outcome: ReadingOutcome,
        from node: DeviceNode,
        isAlone: Bool,
        now: ContinuousClock.Instant
    ) -> Bool {
        tellings.removeAll { $0.time.duration(to: now) > Self.window }
        guard let device = node.usbDevice, !isAlone else { return false }
        let transport = node.identity.transport
        // One interface may include the AIM prefix in the data while the other has it in a separate field.
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
