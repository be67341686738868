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
