/// A device that is not read as a scanner, open for the time of a pairing.
///
/// Not Sendable: it lives on the reading thread.
protocol UnnamedDevice: AnyObject {
    var node: DeviceNode { get }
    /// For `poll`.
    var descriptor: Int32 { get }
    /// When a pause is to be told by ``fellSilent()``; nil while nothing is being sent.
    var deadline: ContinuousClock.Instant? { get }

    /// Reads what has come; how the barcode was sent once it was among it.
    func read(now: ContinuousClock.Instant) throws(ScannerFailure) -> PairingMatcher.Match?

    /// Takes a pause that is longer than any within a barcode.
    func fellSilent() -> PairingMatcher.Match?
}
