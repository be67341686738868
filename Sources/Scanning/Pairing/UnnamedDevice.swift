/// A device that is not read as a scanner, opened for the duration of a pairing.
///
/// Not Sendable: used only on the reading thread.
protocol UnnamedDevice: AnyObject {
    var node: DeviceNode { get }
    /// The descriptor for `poll`.
    var descriptor: Int32 { get }
    /// When to call ``fellSilent()``; nil while no code is open.
    var deadline: ContinuousClock.Instant? { get }

    /// Reads pending data; returns how the barcode was sent if the data completes it.
    func read(now: ContinuousClock.Instant) throws(ScannerFailure) -> PairingMatcher.Match?

    /// Processes a pause longer than any within a barcode.
    func fellSilent() -> PairingMatcher.Match?
}
