/// What read a barcode, how it came here, and how its end was told.
public struct ReadingOrigin: Sendable, Hashable {
    public let transport: ReadingTransport
    /// The gun; nil for what no device of this machine read.
    public let device: ScannerDevice?
    /// nil where the transport has no ends of its own.
    public let ending: ReadingEnding?

    public init(transport: ReadingTransport, device: ScannerDevice? = nil, ending: ReadingEnding? = nil) {
        self.transport = transport
        self.device = device
        self.ending = ending
    }
}
