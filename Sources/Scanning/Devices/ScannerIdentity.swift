/// What tells one scanner from another: what it says about itself, and where it is plugged in.
public struct ScannerIdentity: Sendable, Hashable, CustomStringConvertible {
    /// USB or Bluetooth vendor, four lower-case hexadecimal digits; empty when the device has none.
    public let vendor: String
    /// USB or Bluetooth product, four lower-case hexadecimal digits; empty when the device has none.
    public let product: String
    /// Serial number, or the address of a Bluetooth scanner; nil when it has none, as many cheap scanners.
    public let serial: String?
    /// The port, such as `pci-0000:00:14.0-usb-0:1.2`: udev's `ID_PATH` without the interface; nil when not on a bus.
    public let port: String?
    /// The name for people, such as `Symbol Technologies Bar Code Scanner`; scanners of one model share it.
    public let name: String
    /// The node, such as `/dev/input/event5` or `/dev/ttyACM0`; often another one after each plugging in.
    public let devnode: String
    /// Other names of the node, such as `/dev/serial/by-id/usb-Honeywell_Xenon-if00`.
    public let links: [String]
    public let transport: ScannerTransport

    public init(
        vendor: String,
        product: String,
        serial: String? = nil,
        port: String? = nil,
        name: String = "",
        devnode: String = "",
        links: [String] = [],
        transport: ScannerTransport = .keyboard
    ) {
        self.vendor = vendor.lowercased()
        self.product = product.lowercased()
        self.serial = serial
        self.port = port
        self.name = name
        self.devnode = devnode
        self.links = links
        self.transport = transport
    }

    /// The same after every plugging in: `05e0:1200:SERIAL`, or `05e0:1200@PORT` when there is no serial number.
    ///
    /// A line without vendor and product, such as a real serial port, has the name of its node.
    public var stableName: String {
        if vendor.isEmpty, product.isEmpty, serial == nil, !devnode.isEmpty { return devnode }
        let model = "\(vendor):\(product)"
        if let serial { return "\(model):\(serial)" }
        if let port { return "\(model)@\(port)" }
        return model
    }

    public var description: String { stableName }

    /// A number as ``vendor`` and ``product`` are written.
    static func fourDigits(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
