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
