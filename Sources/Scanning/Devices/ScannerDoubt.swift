/// What named two devices at once, so that it does not say any more which of them is meant.
///
/// Neither is read until it is named otherwise, also after a restart: the one that is plugged in then may be either.
public struct ScannerDoubt: Sendable, Hashable {
    public let match: ScannerMatch
    public let transport: ScannerTransport

    public init(match: ScannerMatch, transport: ScannerTransport) {
        self.match = match
        self.transport = transport
    }
}
