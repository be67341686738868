public import Barcodes

/// What one whole barcode says, as one transport delivered it.
public struct ScanReading: Sendable, Hashable {
    /// The most characters (Unicode scalars) that a reading may have; a longer one is refused whole.
    public static let longest = 512

    /// What arrived, without what framed it: the data of the transport, or ``text`` in UTF-8 for keys.
    public let bytes: [UInt8]
    /// ``bytes`` as text; an AIM prefix that came within the data is still in it.
    public let text: String
    /// The kind of symbol, where the scanner told it: in a field of its own, or as the prefix of ``text``.
    public let symbology: AIMIdentifier?
    /// When the end was seen, by the kernel for keys, else by the reader: in microseconds since the machine started, by a
    /// clock that cannot be set.
    public let time: Int64
    public let ending: ScanEnding
    /// It fills the report of a HID POS scanner, so that the next report may go on with it although nothing says so.
    let fillsReport: Bool

    /// ``time`` in microseconds since 1970 UTC, as the time of day is kept now.
    public var timeOfDay: Int64 { KernelClock.timeOfDay(of: time) }

    /// ``text`` without the AIM prefix.
    public var data: String {
        AIMIdentifier.split(text)?.rest ?? text
    }

    /// A reading from keys, whose characters have been checked one by one.
    public init(text: String, time: Int64, ending: ScanEnding) {
        self.bytes = Array(text.utf8)
        self.text = text
        self.symbology = AIMIdentifier.split(text)?.identifier
        self.time = time
        self.ending = ending
        self.fillsReport = false
    }

    /// A reading from data; refused when it is no text in UTF-8, holds control characters or is too long.
    public init(
        bytes: [UInt8],
        symbology: AIMIdentifier? = nil,
        time: Int64,
        ending: ScanEnding,
        fillsReport: Bool = false
    ) throws(ScanRejection) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
        if let control = text.unicodeScalars.first(where: { $0.properties.generalCategory == .control }) {
            throw .controlCharacter(UInt8(truncatingIfNeeded: control.value))
        }
        guard text.unicodeScalars.count <= Self.longest else { throw .tooLong }
        self.bytes = bytes
        self.text = text
        self.symbology = symbology ?? AIMIdentifier.split(text)?.identifier
        self.time = time
        self.ending = ending
        self.fillsReport = fillsReport
    }

    /// Another reading without the letters around its data, which has `text`.
    init(_ reading: ScanReading, text: String) {
        self.bytes = Array(text.utf8)
        self.text = text
        self.symbology = reading.symbology ?? AIMIdentifier.split(text)?.identifier
        self.time = reading.time
        self.ending = reading.ending
        self.fillsReport = reading.fillsReport
    }
}
