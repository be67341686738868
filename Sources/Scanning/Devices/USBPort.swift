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
