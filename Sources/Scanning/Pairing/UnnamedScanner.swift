/// A HID POS scanner or a serial line that is not read, opened for the duration of a pairing.
///
/// Not Sendable: used only on the reading thread.
final class UnnamedScanner: UnnamedDevice {
    /// Longer than any pause within a barcode.
    private static let pause = ScannerReader.defaultSilence

    let node: DeviceNode
    private let source: any ScannerSource
    private let text: String
    private let framing: ScanFraming
    private var lastRead: ContinuousClock.Instant

    init(node: DeviceNode, source: any ScannerSource, request: PairingRequest, now: ContinuousClock.Instant) {
        self.node = node
        self.source = source
        self.text = request.text
        self.framing = request.lineFraming
        self.lastRead = now
    }

    var descriptor: Int32 { source.descriptor }
    var deadline: ContinuousClock.Instant? { source.awaitsEnding ? lastRead.advanced(by: Self.pause) : nil }

    func read(now: ContinuousClock.Instant) throws(ScannerFailure) -> PairingMatcher.Match? {
        lastRead = now
        var match: PairingMatcher.Match?
        let activity = try source.read([]) { outcome in match = match ?? self.match(outcome) }
        if case .gone = activity { throw .cannotRead(0) }
        return match
    }

    func fellSilent() -> PairingMatcher.Match? { source.fellSilent().flatMap(match) }

    private func match(_ outcome: ReadingOutcome) -> PairingMatcher.Match? {
        guard case .reading(let reading) = outcome, let affixes = ScanAffixes(around: text, in: reading.text) else {
            return nil
        }
        return PairingMatcher.Match(layouts: [], framing: framing, affixes: affixes)
    }
}
