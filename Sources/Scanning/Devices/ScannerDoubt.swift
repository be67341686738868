/// A match that applied to two devices at once, and is therefore ambiguous.
///
/// Neither device is read until it is named otherwise, even after a restart, because the device plugged in then may
/// be either of them.
public struct ScannerDoubt: Sendable, Hashable {
    public let match: ScannerMatch
    public let transport: ScannerTransport

    public init(match: ScannerMatch, transport: ScannerTransport) {
        self.match = match
        self.transport = transport
    }
}
