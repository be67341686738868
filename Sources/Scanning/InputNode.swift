/// What udev knows about one event node of the kernel, found out without opening it.
struct InputNode: Equatable {
    /// The path in sysfs: one plugging in, one path.
    let syspath: String
    let identity: ScannerIdentity
    /// A udev rule has named it a scanner.
    let isTagged: Bool
    let isKeyboard: Bool

    init(syspath: String, identity: ScannerIdentity, isTagged: Bool, isKeyboard: Bool) {
        self.syspath = syspath
        self.identity = identity
        self.isTagged = isTagged
        self.isKeyboard = isKeyboard
    }

    /// nil when the device is no event node.
    init?(_ device: borrowing UdevDevice) {
        guard device.subsystem == "input", let sysname = device.sysname, sysname.hasPrefix("event"),
            let syspath = device.syspath, let devnode = device.devnode
        else { return nil }
        let vendor = device.property("ID_VENDOR_ID") ?? device.attribute("id/vendor", ofParentIn: "input")
        let product = device.property("ID_MODEL_ID") ?? device.attribute("id/product", ofParentIn: "input")
        // Bluetooth scanners have their address in uniq.
        let serial = device.property("ID_SERIAL_SHORT") ?? device.attribute("uniq", ofParentIn: "input")
        self.syspath = syspath
        self.identity = ScannerIdentity(
            vendor: vendor ?? "",
            product: product ?? "",
            serial: serial.flatMap(Self.printable),
            port: device.property("ID_PATH").map(Self.port(ofPath:)),
            name: device.attribute("name", ofParentIn: "input").flatMap(Self.printable) ?? "",
            devnode: devnode
        )
        self.isTagged = device.property("ID_OUTGUIDE_SCANNER") == "1"
        self.isKeyboard = device.property("ID_INPUT_KEYBOARD") == "1"
    }

    /// Drops the interface from a USB path: `pci-0000:00:14.0-usb-0:1.2:1.0` is the port `pci-0000:00:14.0-usb-0:1.2`.
    static func port(ofPath path: String) -> String {
        let parts = path.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts[parts.count - 2].hasPrefix("usb"), let colon = path.lastIndex(of: ":"),
            parts[parts.count - 1].count(where: { $0 == ":" }) == 2
        else { return path }
        return String(path[..<colon])
    }

    /// What a device says about itself is not to be trusted on a terminal.
    private static func printable(_ text: String) -> String? {
        let kept = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: false
                    default: true
                    }
                }
            )
        )
        let trimmed = kept.drop(while: \.isWhitespace)
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
