/// The identity of a scanner: what it reports about itself, and its port.
public struct ScannerDevice: Sendable, Hashable {
    /// USB or Bluetooth vendor, four lower-case hexadecimal digits; empty if the scanner has none.
    public let vendor: String
    /// USB or Bluetooth product, four lower-case hexadecimal digits; empty if the scanner has none.
    public let product: String
    public let serial: String?
    /// The port to which it is connected, or the node of a serial port.
    public let port: String?

    public init(vendor: String, product: String, serial: String?, port: String?) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.port = port
    }
}
