public import Barcodes
public import Vocabulary

/// One code in a file of readings.
public struct BatchSummary: Sendable, Hashable {
    /// The line number in the file, from 1.
    public let number: Int
    /// The bytes as they stand in the file.
    public let bytes: [UInt8]
    /// When the code was read, by the terminal's clock; nil if the file gives no time.
    public var occurredAt: Timestamp?
    public var role: ReadingRole?
    public var symbology: Symbology?
    /// The terminal, if the file names it.
    public var scanner: ScannerName?
    /// The station, if the file names it.
    public var station: StationName?
    /// The source that the file names: terminal, station and user.
    ///
    /// Empty if it names none.
    var origin = ""
    /// The number of the upload that the line belongs to, in a file of several concatenated uploads.
    var upload = 0

    init(number: Int, bytes: [UInt8]) {
        self.number = number
        self.bytes = bytes
    }

    /// The source of the line.
    ///
    /// Lines of one source share a session; lines without a name have one source for each upload.
    var source: BatchSource { BatchSource(origin: origin, upload: origin.isEmpty ? upload : 0) }
}

/// The source of the lines of a file.
struct BatchSource: Sendable, Hashable {
    let origin: String
    let upload: Int
}

/// A line whose time is not yet decided.
struct BatchDraft: Sendable {
    var line: BatchSummary
    /// The time as written in the file.
    var written = ""
    /// The instants that the written time may mean; empty if the file gives no time.
    var instants: [Timestamp] = []
}
