import Records
import TransferLog

/// Tells a barcode that a gun read twice by accident from one that a clerk means twice.
enum DoubleReadRule {
    /// Whether `reading` only repeats `previous`, which the same gun read just before it.
    ///
    /// Two readings are one act when nothing came between them and they lie at most `window` milliseconds apart, by a clock
    /// that cannot be set where the gun was timed by one. Whoever means a barcode twice reads it again after that. A file
    /// has coarser times than the window, so that nothing in it is a repetition.
    static func repeats(_ reading: StoredReading, _ previous: StoredReading?, within window: Int) -> Bool {
        guard window > 0, let previous, let origin = reading.reading.origin, origin.transport.isLive,
            previous.reading.origin?.transport.isLive == true, origin.device == previous.reading.origin?.device,
            reading.reading.bytes == previous.reading.bytes, reading.reading.station == previous.reading.station
        else { return false }
        let distance =
            reading.reading.sincePrevious ?? (reading.occurredAt.microseconds - previous.occurredAt.microseconds)
        return (0...Int64(window) * 1_000).contains(distance)
    }
}
