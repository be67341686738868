/// The data udev has about a device node that may be a scanner, obtained without opening it.
struct DeviceNode: Equatable {
    /// The sysfs path, which is unique for each time the device is plugged in.
    let syspath: String
    let identity: ScannerIdentity
    /// Whether a udev rule has marked it as a scanner.
    let isTagged: Bool
    /// Whether it can type; the power buttons and volume keys of a composite device cannot.
    let isKeyboard: Bool
    /// The sysfs path of the USB device of the node; nodes that share it may report the same barcode twice.
    let usbDevice: String?
    /// The report layout of a HID POS scanner.
    let reports: PointOfSaleLayout?

    init(
        syspath: String,
        identity: ScannerIdentity,
        isTagged: Bool = false,
        isKeyboard: Bool = false,
        usbDevice: String? = nil,
        reports: PointOfSaleLayout? = nil
    ) {
        self.syspath = syspath
        self.identity = identity
        self.isTagged = isTagged
        self.isKeyboard = isKeyboard
        self.usbDevice = usbDevice
        self.reports = reports
    }

    /// Returns nil when the device is neither an event node nor a HID POS scanner nor a serial line.
    init?(_ device: borrowing UdevDevice) {
        guard let sysname = device.sysname, let transport = Self.transport(device.subsystem, sysname),
            let syspath = device.syspath, let devnode = device.devnode
        else { return nil }
        var reports: PointOfSaleLayout?
        if transport == .pointOfSale {
            guard let device = device.parent(in: "hid", type: nil), let path = device.syspath,
                let layout = PointOfSaleLayout(ofDeviceAt: path)
            else { return nil }
            reports = layout
        }
        let facts = DeviceFacts(device, transport: transport)
        self.init(
            syspath: syspath,
            identity: ScannerIdentity(
                vendor: facts.vendor ?? "",
                product: facts.product ?? "",
                serial: facts.serial,
                port: facts.port,
                interface: facts.interface,
                bus: facts.bus,
                name: facts.name ?? "",
                devnode: devnode,
                links: device.links,
                transport: transport
            ),
            isTagged: device.property("ID_OUTGUIDE_SCANNER") == "1",
            isKeyboard: device.property("ID_INPUT_KEYBOARD") == "1",
            usbDevice: facts.usbDevice,
            reports: reports
        )
    }

    private static func transport(_ subsystem: String?, _ sysname: String) -> ScannerTransport? {
        switch subsystem {
        case "input" where sysname.hasPrefix("event"): .keyboard
        case "hidraw": .pointOfSale
        case "tty" where !isConsole(sysname): .serial
        default: nil
        }
    }

    /// Consoles of the kernel are ttys too, but never scanners.
    private static func isConsole(_ sysname: String) -> Bool {
        let consoles = ["tty", "console", "ptmx", "ttyprintk"]
        if consoles.contains(sysname) { return true }
        let rest = sysname.drop(while: { !$0.isNumber })
        return sysname.hasPrefix("tty") && rest.count == sysname.count - 3
    }
}

/// The bus of a device, which determines how the device can be recognised again.
public enum DeviceBus: Sendable, Hashable {
    /// Identified by its serial number, or by the port it is plugged into.
    case usb
    /// Identified by its address.
    case bluetooth
    /// A connector of the computer, such as PS/2 or a serial port.
    case board
    /// Not a physical device: a program, such as a key remapper, creates its keys through `/dev/uinput`, and may give
    /// it the vendor and product IDs of any device.
    case program

    /// BUS_BLUETOOTH of linux/input.h.
    private static let bluetoothType = "0005"

    /// The bus of a node; `type` is the bus type that the device itself reports, four hexadecimal digits.
    init(of device: borrowing UdevDevice, type: String?) {
        let isVirtual = device.syspath?.hasPrefix("/sys/devices/virtual/") == true
        if type == Self.bluetoothType {
            // BlueZ creates its devices through /dev/uhid; a device created through /dev/uinput has no HID parent.
            let isReal = !isVirtual || device.parent(in: "hid", type: nil) != nil
            self = isReal ? .bluetooth : .program
        } else if USBPort.device(of: device) != nil {
            self = .usb
        } else {
            self = isVirtual && device.subsystem != "tty" ? .program : .board
        }
    }
}

/// Determines the port that a USB device is plugged into, in the form of udev's ID_PATH.
enum USBPort {
    /// Removes the interface from a USB path: `pci-0000:00:14.0-usb-0:1.2:1.0` is the port
    /// `pci-0000:00:14.0-usb-0:1.2`.
    static func withoutInterface(_ path: String) -> String {
        let parts = path.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[parts.count - 2].hasPrefix("usb"), let colon = path.lastIndex(of: ":"),
            parts[parts.count - 1].count(where: { $0 == ":" }) == 2
        else { return path }
        return String(path[..<colon])
    }

    /// The sysfs path of the USB device of a node; nil when it is not on USB.
    static func device(of device: borrowing UdevDevice) -> String? {
        guard let usb = device.parent(in: "usb", type: "usb_device") else { return nil }
        return usb.syspath
    }

    /// The port of a device without ID_PATH, derived like udev's path_id; nil when it is not on USB.
    static func path(of device: borrowing UdevDevice) -> String? {
        guard let usb = device.parent(in: "usb", type: "usb_device"), let sysname = usb.sysname,
            let dash = sysname.firstIndex(of: "-")
        else { return nil }
        var path = "usb-0:\(sysname[sysname.index(after: dash)...])"
        var isOnPCI = false
        var next = usb.parent()
        while let current = next.take() {
            let name = current.sysname ?? ""
            switch current.subsystem {
            // Only the last bridge of a chain counts.
            case "pci" where !isOnPCI:
                path = "pci-\(name)-\(path)"
                isOnPCI = true
            case "platform":
                path = "platform-\(name)-\(path)"
                isOnPCI = false
            default:
                break
            }
            next = current.parent()
        }
        return path
    }
}
