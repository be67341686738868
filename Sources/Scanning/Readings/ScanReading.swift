public import Barcodes

/// One complete barcode, as delivered by a transport.
public struct ScanReading: Sendable, Hashable {
    /// The maximum number of characters (Unicode scalars) in a reading; a longer one is rejected.
    public static let longest = 512

    /// The data without framing: that of the transport, or ``text`` in UTF-8 for keys.
    public let bytes: [UInt8]
    /// ``bytes`` as text; an AIM prefix in the data is still included.
    public let text: String
    /// The symbology, if the scanner reported it in a separate field or as the prefix of ``text``.
    public let symbology: AIMIdentifier?
    /// When the end was received, in microseconds since the machine started, by a clock that cannot be set.
    ///
    /// The kernel supplies the time of keys, the reader that of other input.
    public let time: Int64
    public let ending: ScanEnding
    /// Whether it fills a HID POS report, so that the next report may continue it even without saying so.
    let fillsReport: Bool

    /// ``time`` in microseconds since 1970 UTC, by the current setting of the clock.
    public var timeOfDay: Int64 { KernelClock.timeOfDay(of: time) }

    /// ``text`` without the AIM prefix.
    public var data: String {
        AIMIdentifier.split(text)?.rest ?? text
    }

    /// Creates a reading from keys, whose characters have already been checked.
    public init(text: String, time: Int64, ending: ScanEnding) {
        self.bytes = Array(text.utf8)
        self.text = text
        self.symbology = AIMIdentifier.split(text)?.identifier
        self.time = time
        self.ending = ending
        self.fillsReport = false
    }

    /// Creates a reading from data; throws when it is not valid UTF-8, contains control characters or is too long.
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

    /// A copy of another reading with its affixes removed, whose text is `text`.
    init(_ reading: ScanReading, text: String) {
        self.bytes = Array(text.utf8)
        self.text = text
        self.symbology = reading.symbology ?? AIMIdentifier.split(text)?.identifier
        self.time = reading.time
        self.ending = reading.ending
        self.fillsReport = reading.fillsReport
    }
}
