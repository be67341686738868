/// Identifies a scanner by what it reports about itself and by where it is plugged in.
public struct ScannerIdentity: Sendable, Hashable, CustomStringConvertible {
    /// USB or Bluetooth vendor, four lower-case hexadecimal digits; empty when the device has none.
    public let vendor: String
    /// USB or Bluetooth product, four lower-case hexadecimal digits; empty when the device has none.
    public let product: String
    /// Serial number, or the address of a Bluetooth scanner; nil when it has none, like many cheap scanners.
    public let serial: String?
    /// The port, such as `pci-0000:00:14.0-usb-0:1.2`: udev's `ID_PATH` without the interface; nil when not on a bus.
    public let port: String?
    /// The interface of the USB device, two hexadecimal digits; a wireless receiver has one for each of its
    /// keyboards.
    public let interface: String?
    public let bus: DeviceBus
    /// The display name, such as `Symbol Technologies Bar Code Scanner`; scanners of one model share it.
    public let name: String
    /// The node, such as `/dev/input/event5` or `/dev/ttyACM0`; it often changes when the scanner is plugged in
    /// again.
    public let devnode: String
    /// Other names of the node, such as `/dev/serial/by-id/usb-Honeywell_Xenon-if00`.
    public let links: [String]
    public let transport: ScannerTransport

    public init(
        vendor: String,
        product: String,
        serial: String? = nil,
        port: String? = nil,
        interface: String? = nil,
        bus: DeviceBus = .usb,
        name: String = "",
        devnode: String = "",
        links: [String] = [],
        transport: ScannerTransport = .keyboard
    ) {
        self.vendor = vendor.lowercased()
        self.product = product.lowercased()
        self.serial = serial
        self.port = port
        self.interface = interface
        self.bus = bus
        self.name = name
        self.devnode = devnode
        self.links = links
        self.transport = transport
    }

    /// A name that is stable across replugging: `05e0:1200:SERIAL`, or `05e0:1200@PORT` without a unique serial
    /// number.
    ///
    /// A line without vendor and product, such as a real serial port, is named after its node.
    public var stableName: String {
        if vendor.isEmpty, product.isEmpty, serial == nil, !devnode.isEmpty { return devnode }
        let model = "\(vendor):\(product)"
        if let serial, hasOwnSerial || port == nil { return "\(model):\(serial)" }
        if let port { return "\(model)@\(port)" }
        return model
    }

    /// The stable name with the port, which distinguishes two scanners with the same serial number.
    public var fullName: String {
        port.map { stableName.hasSuffix("@\($0)") ? stableName : "\(stableName)@\($0)" } ?? stableName
    }

    /// Whether `name` refers to this scanner, possibly among others.
    public func answers(to name: String) -> Bool { name == stableName || name == fullName }

    /// Whether the serial number is unique to this scanner: many manufacturers give all devices of a model the same
    /// one, such as `00000000` or `123456`.
    var hasOwnSerial: Bool {
        guard let serial else { return false }
        let characters = Array(serial.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") })
        let isLetter = characters.count == 1 && characters.allSatisfy { (97...122).contains($0) }
        guard isLetter || Set(characters).count > 1 else { return false }
        let counted = ["0123456789abcdef", "1234567890abcdef", "9876543210"]
        return !counted.contains { $0.utf8.starts(with: characters) }
    }

    public var description: String { stableName }

    /// Formats an ID like ``vendor`` and ``product``.
    static func fourDigits(_ number: UInt16) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

/// A device, currently plugged in, that may be a scanner.
public struct AttachedDevice: Sendable, Hashable {
    public let identity: ScannerIdentity
    /// Whether a udev rule or a setting names it, so that a reader reads it.
    public let isNamed: Bool
    /// Whether this process may open the node.
    public let isReadable: Bool
}

/// How a scanner transmits its readings.
public enum ScannerTransport: String, Sendable, Hashable, CaseIterable {
    /// It acts as a keyboard.
    case keyboard
    /// USB HID point-of-sale reports.
    case pointOfSale = "hid-pos"
    /// A serial line, real or over USB.
    case serial
}
