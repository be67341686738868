public import Records

/// One code in a file of readings.
public struct BatchLine: Sendable, Hashable {
    /// The line of the file, from 1.
    public let number: Int
    /// As it stands in the file.
    public let bytes: [UInt8]
    /// When it was read, by the clock of the terminal; nil where the file does not say.
    public let occurredAt: Timestamp?
    public let role: ReadingRole?
    /// The terminal, where the file names it.
    public let scanner: ScannerName?
}
