public import Barcodes
public import Records

/// One code in a file of readings.
public struct BatchLine: Sendable, Hashable {
    /// The line of the file, from 1.
    public let number: Int
    /// As it stands in the file.
    public let bytes: [UInt8]
    /// When it was read, by the clock of the terminal; nil where the file does not say.
    public var occurredAt: Timestamp?
    public var role: ReadingRole?
    public var symbology: Symbology?
    /// The terminal, where the file names it.
    public var scanner: ScannerName?
    /// The station, where the file names it.
    public var station: StationName?
    /// What the file says of whose reading it is: terminal, station and user; empty where it says nothing.
    var origin = ""
    /// The upload that it belongs to, when several stand in one file one behind the other.
    var upload = 0

    init(number: Int, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    /// Lines of one source share what is open; without a name each upload is a source.
    var source: BatchSource { BatchSource(origin: origin, upload: origin.isEmpty ? upload : 0) }
}

/// Whose readings the lines of a file are.
struct BatchSource: Sendable, Hashable {
    let origin: String
    let upload: Int
}

/// A line before it is decided when it was read.
struct BatchDraft: Sendable {
    var line: BatchLine
    /// The time as the file has it.
    var written = ""
    /// Each instant that it may mean; empty where the file says no time.
    var instants: [Timestamp] = []
}
