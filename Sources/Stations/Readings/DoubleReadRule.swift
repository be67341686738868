import TransferLog
import Vocabulary

/// Distinguishes an accidental repeated reading from a deliberate second scan.
enum DoubleReadRule {
    /// Whether `reading` repeats `previous`, the same scanner's reading just before it.
    ///
    /// Two readings are one act if nothing came between them and they are at most `window` milliseconds apart, measured
    /// by a monotonic clock if the scanner's readings have one. A deliberate second scan comes later. Readings of a
    /// file are never repetitions, because their times are coarser than the window.
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
