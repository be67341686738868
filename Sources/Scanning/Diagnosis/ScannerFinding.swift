public import Barcodes
public import Localization

/// One finding about the setup of a scanner, good or in need of correction.
public enum ScannerFinding: Sendable, Hashable, MessageConvertible {
    /// How the scanner's line settings differ from those used to read it.
    public enum LineFault: Sendable, Hashable {
        /// This parity, whose bit is read as a data bit or a stop bit.
        case parity(SerialLine.Parity, dataBits: Int)
        /// A parity other than the configured one.
        case otherParity
        /// Seven data bits and a meaningless eighth, read as eight.
        case eighthBit
        /// Another speed, or another number of bits.
        case otherSpeed
    }

    /// Nothing was received.
    case nothingCame
    /// These bytes were received, in hexadecimal; they are not text.
    case unreadable(String)
    /// The line is read with the settings `read`, but the scanner sends differently.
    case lineWrong(read: SerialLine, sent: LineFault)
    /// The barcode was received as printed.
    case textRight
    case suffix(ScanEnding)
    case suffixMissing
    case aimPrefix(AIMIdentifier)
    case aimPrefixMissing
    /// The scanner uses one of these layouts instead of the declared one.
    case layoutWrong(declared: KeyboardLayout, played: [KeyboardLayout])
    /// Upper-case letters arrived as lower-case, or vice versa.
    case caseSwapped
    /// The last character of the barcode is missing.
    case lastCharacterMissing
    /// This many of the first characters of the barcode are missing.
    case beginningMissing(Int)
    /// This text preceded the barcode.
    case extraBefore(String)
    /// This text followed the barcode.
    case extraAfter(String)
    /// These keys or characters followed the end of the barcode.
    case afterEnding([String])
    /// Other text was received, which no known fault explains.
    case otherText(String)
    /// A reading was rejected.
    case refused(ScanRejection)

    /// Whether no correction is needed.
    public var isGood: Bool {
        switch self {
        case .textRight, .suffix, .aimPrefix: true
        default: false
        }
    }

    /// The English text of the observation.
    public var description: String { message.english }
}
