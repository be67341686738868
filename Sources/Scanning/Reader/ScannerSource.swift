/// What a look at a device brought.
enum SourceActivity {
    /// The device is gone.
    case gone
    /// Nothing that belongs to a code.
    case none
    case some
}

/// An open device of one transport, with the reading that is in progress.
///
/// Not Sendable: it lives on the reading thread.
protocol ScannerSource: AnyObject {
    /// For `poll`.
    var descriptor: Int32 { get }
    /// Whether a pause is to be told by ``fellSilent()``.
    var awaitsEnding: Bool { get }

    /// How what came last followed what came before.
    var pace: Pace { get }

    /// Reads what has come, without blocking, and hands on what it completes.
    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity

    /// Takes a pause that is longer than any within a reading.
    func fellSilent() -> ReadingOutcome?

    /// Takes the end of the device or of the reader.
    func abandon(as rejection: ScanRejection) -> ReadingOutcome?
}
