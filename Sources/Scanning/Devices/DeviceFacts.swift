/// The identity and port of a device, from its udev properties or, where these are missing, from its parents.
///
/// udev gives hidraw nodes neither ID_VENDOR_ID nor ID_SERIAL_SHORT nor ID_PATH, unless a rule requests them.
struct DeviceFacts {
    let vendor: String?
    let product: String?
    let serial: String?
    let port: String?
    let interface: String?
    let bus: DeviceBus
    let name: String?
    let usbDevice: String?

    init(_ device: borrowing UdevDevice, transport: ScannerTransport) {
        func usb(_ name: String) -> String? { device.attribute(name, ofParentIn: "usb", type: "usb_device") }
        let numbers = device.property("HID_ID", ofParentIn: "hid").flatMap(Self.numbers(ofHID:))
        // The device's own IDs take precedence over those of a receiver that it may be connected to.
        self.vendor =
            device.attribute("id/vendor", ofParentIn: "input") ?? device.property("ID_VENDOR_ID") ?? usb("idVendor")
            ?? numbers?.vendor
        self.product =
            device.attribute("id/product", ofParentIn: "input") ?? device.property("ID_MODEL_ID") ?? usb("idProduct")
            ?? numbers?.product
        let uniq = device.attribute("uniq", ofParentIn: "input") ?? device.property("HID_UNIQ", ofParentIn: "hid")
        let bus = DeviceBus(of: device, type: device.attribute("id/bustype", ofParentIn: "input") ?? numbers?.bus)
        self.bus = bus
        switch bus {
        case .usb:
            let serial = device.property("ID_SERIAL_SHORT") ?? usb("serial").map(Self.asProperty)
            self.serial = Self.serial(serial, behindReceiver: uniq).flatMap(Self.printable)
            self.port = device.property("ID_PATH").map(USBPort.withoutInterface) ?? USBPort.path(of: device)
            self.interface = device.attribute("bInterfaceNumber", ofParentIn: "usb", type: "usb_interface")
            self.usbDevice = USBPort.device(of: device)
        case .bluetooth:
            // All devices connected to a radio share its serial number and port.
            self.serial = uniq.flatMap(Self.printable)
            (port, interface, usbDevice) = (nil, nil, nil)
        case .board:
            self.serial = (device.property("ID_SERIAL_SHORT") ?? uniq).flatMap(Self.printable)
            self.port = device.property("ID_PATH")
            (interface, usbDevice) = (nil, nil)
        case .program:
            (serial, port, interface, usbDevice) = (nil, nil, nil, nil)
        }

        let usbName = [usb("manufacturer"), usb("product")].compactMap { $0 }
        let name =
            switch transport {
            case .keyboard: device.attribute("name", ofParentIn: "input")
            case .pointOfSale: device.property("HID_NAME", ofParentIn: "hid")
            case .serial: usbName.isEmpty ? device.sysname : usbName.joined(separator: " ")
            }
        self.name = name.flatMap(Self.printable)
    }

    /// The serial number of a USB device, or the address of a device connected to it by radio.
    ///
    /// For a radio device, the kernel sets a separate `uniq`; otherwise `uniq` is the serial number.
    private static func serial(_ serial: String?, behindReceiver uniq: String?) -> String? {
        guard let serial, let uniq else { return serial ?? uniq }
        // The kernel truncates it to 63 bytes.
        return serial.hasPrefix(asProperty(uniq)) ? serial : uniq
    }

    /// Parses bus, vendor and product from HID_ID, which the kernel writes as `0003:000005E0:00001200`.
    static func numbers(ofHID text: String) -> (bus: String, vendor: String, product: String)? {
        let parts = text.split(separator: ":")
        guard parts.count == 3, parts[1].count == 8, parts[2].count == 8 else { return nil }
        return (String(parts[0]), String(parts[1].suffix(4)).lowercased(), String(parts[2].suffix(4)).lowercased())
    }

    /// Converts a text as udev's usb_id does for properties, so that all nodes of a device have the same serial
    /// number.
    static func asProperty(_ text: String) -> String {
        let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: "_")
        return String(
            trimmed.map { character in
                let isKept = !character.isASCII || character.isLetter || character.isNumber
                return isKept || "#+-.:=@_".contains(character) ? character : "_"
            }
        )
    }

    /// Removes characters that could affect a terminal, because the device chooses the text.
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
