/// The printers that CUPS knows.
public struct PrinterList: Sendable, Hashable, Codable {
    public let printers: [PrinterResource]

    public init(
        printers: [PrinterResource]
    ) {
        self.printers = printers
    }
}
