/// What a key, a pause or an unplugging completes.
enum KeyOutcome: Equatable {
    case reading(KeyedReading)
    case rejection(ScanRejection)
}
