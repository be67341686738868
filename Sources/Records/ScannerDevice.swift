/// What tells one gun from another: what it says about itself, and where it is plugged in.
public struct ScannerDevice: Sendable, Hashable {
    /// USB or Bluetooth vendor, four lower-case hexadecimal digits; empty when the gun has none.
    public let vendor: String
    /// USB or Bluetooth product, four lower-case hexadecimal digits; empty when the gun has none.
    public let product: String
    public let serial: String?
    /// The port that it was plugged into, or the node of a serial port.
    public let port: String?

    public init(vendor: String, product: String, serial: String?, port: String?) {
        self.vendor = vendor
        self.product = product
        self.serial = serial
        self.port = port
    }
}
