/// The outcome that a key, a report, a byte, a pause or an unplugging completes.
enum ReadingOutcome: Equatable {
    case reading(ScanReading)
    case rejection(ScanRejection)
}
