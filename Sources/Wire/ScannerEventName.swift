/// The `event:` lines of the streams about one gun.
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
