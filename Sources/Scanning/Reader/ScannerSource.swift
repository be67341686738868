/// The result of reading from a device.
enum SourceActivity {
    /// The device is gone.
    case gone
    /// There was no data that belongs to a code.
    case none
    case some
}

/// An open device with one transport, and its current reading.
///
/// Not Sendable: used only on the reading thread.
protocol ScannerSource: AnyObject {
    /// The descriptor for `poll`.
    var descriptor: Int32 { get }
    /// Whether ``fellSilent()`` must be called after a pause.
    var awaitsEnding: Bool { get }

    /// The timing of the latest data relative to earlier data.
    var pace: Pace { get }

    /// Reads pending data without blocking, and passes on the outcomes it completes.
    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity

    /// Processes a pause longer than any within a reading.
    func fellSilent() -> ReadingOutcome?

    /// Processes the end of the device or of the reader.
    func abandon(as rejection: ScanRejection) -> ReadingOutcome?
}
