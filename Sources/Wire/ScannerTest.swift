/// The beginning of a scanner test: the scanner and the barcode to scan.
public struct ScannerTestResource: WireValue {
    /// The name of the tested scanner.
    public let scanner: String
    /// The test barcode.
    public let expected: String
    /// The barcode as a QR code: a row of `1` (dark) and `0` for each line, without the quiet zone.
    public let rows: [String]

    public init(scanner: String, expected: String, rows: [String]) {
        self.scanner = scanner
        self.expected = expected
        self.rows = rows
    }
}

/// A raw input of a scanner, or the result of one.
public struct ScannerSignalResource: WireValue {
    /// `key`, `bytes`, `reading`, `rejection`, `events-dropped`, `attached`, `detached` or `overflowed`.
    public let kind: String
    /// The time: RFC 3339, UTC.
    public let at: String?
    /// The kernel's name for the key.
    public let key: String?
    /// `pressed`, `released` or `repeated`.
    public let action: String?
    /// The text that the key types, or that was read.
    public let text: String?
    /// The bytes received, as base64.
    public let bytes: String?
    /// The AIM identifier, such as `]C0`.
    public let symbology: String?
    /// How the end of the reading was recognised.
    public let ending: String?
    /// Why it was refused, or how much was lost.
    public let message: String?

    public init(
        kind: String,
        at: String?,
        key: String?,
        action: String?,
        text: String?,
        bytes: String?,
        symbology: String?,
        ending: String?,
        message: String?
    ) {
        self.kind = kind
        self.at = at
        self.key = key
        self.action = action
        self.text = text
        self.bytes = bytes
        self.symbology = symbology
        self.ending = ending
        self.message = message
    }
}

/// What one reading of the test barcode shows about the configuration of a scanner, problems first.
public struct ScannerJudgementResource: WireValue {
    /// Whether nothing needs fixing.
    public let isGood: Bool
    /// The findings, problems first.
    public let findings: [ScannerFindingResource]

    public init(isGood: Bool, findings: [ScannerFindingResource]) {
        self.isGood = isGood
        self.findings = findings
    }
}

/// One finding about the configuration of a scanner.
public struct ScannerFindingResource: WireValue {
    /// Whether nothing needs fixing.
    public let isGood: Bool
    /// The observation.
    public let message: String
    /// What to do.
    public let advice: String?

    public init(isGood: Bool, message: String, advice: String?) {
        self.isGood = isGood
        self.message = message
        self.advice = advice
    }
}

/// The values of the `event:` lines in the streams about one scanner.
public enum ScannerEventName: String, Sendable, Hashable, CaseIterable {
    /// A ``ScannerPairingResource``.
    case pairing
    /// A ``ScannerTestResource``.
    case test
    /// A ``ScannerSignalResource``.
    case signal
    /// A ``ScannerJudgementResource``.
    case judgement
}
