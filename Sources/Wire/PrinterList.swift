/// The printers that CUPS knows, and those of the configuration.
public struct PrinterList: Sendable, Hashable, Codable {
    public let printers: [PrinterResource]

    public init(
        printers: [PrinterResource]
    ) {
        self.printers = printers
    }
}
