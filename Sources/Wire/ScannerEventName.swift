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
