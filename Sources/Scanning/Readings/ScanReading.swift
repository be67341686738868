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
    public var data: String { AIMIdentifier.split(text)?.rest ?? text }

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

/// The outcome that a key, a report, a byte, a pause or an unplugging completes.
enum ReadingOutcome: Equatable {
    case reading(ScanReading)
    case rejection(ScanRejection)
}

/// How a scanner marked the end of the barcode.
public enum ScanEnding: String, Sendable, Hashable {
    /// Enter, or Enter on the keypad.
    case enter
    case tab
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case etx
    case escape = "esc"
    /// The last report of a HID POS scanner.
    case report
    /// A pause; less reliable than a suffix, because the remainder may have been lost.
    case idle
}

/// What marks the end of a barcode; a setting of the scanner.
///
/// HID POS scanners use reports and need no framing.
public enum ScanFraming: String, Sendable, Hashable, CaseIterable {
    /// Enter or Tab from a keyboard; CR, LF, CR LF, Tab or STX … ETX on a serial line.
    case suffix
    /// CR alone, which is Enter on a keyboard; a following line feed is ignored.
    case carriageReturn = "cr"
    case lineFeed = "lf"
    case carriageReturnLineFeed = "cr-lf"
    case tab
    /// STX before and ETX after, as on Olivetti and CUTE terminals; CR, LF or Tab right before ETX is ignored.
    ///
    /// On a keyboard these are Control-B and Control-C.
    case stxEtx = "stx-etx"
    /// STX before and CR after, which is Enter on a keyboard; a following LF or ETX is ignored.
    case stxCarriageReturn = "stx-cr"
    /// Escape.
    case escape = "esc"
    /// Any suffix or a pause, for scanners that cannot send a suffix.
    case idle

    /// Whether a barcode must begin with STX.
    var needsBeginning: Bool { self == .stxEtx || self == .stxCarriageReturn }
}
