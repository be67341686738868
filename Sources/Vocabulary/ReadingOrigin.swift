/// The device and transport of a reading, and how its end was recognised.
public struct ReadingOrigin: Sendable, Hashable {
    public let transport: ReadingTransport
    /// The scanner; nil if no device of this machine read the barcode.
    public let device: ScannerDevice?
    /// How the end was marked; nil if the transport does not mark it.
    public let ending: ReadingEnding?

    public init(transport: ReadingTransport, device: ScannerDevice? = nil, ending: ReadingEnding? = nil) {
        self.transport = transport
        self.device = device
        self.ending = ending
    }
}
