/// What a device hangs on, which decides by what it can be known again.
public enum DeviceBus: Sendable, Hashable {
    /// Known by its serial number, or by the port that it is plugged into.
    case usb
    /// Known by its address.
    case bluetooth
    /// A socket of the computer, such as PS/2 or a serial port.
    case board
    /// No device at all: a program makes its keys through `/dev/uinput`, as key remappers do, and may give it the numbers of
    /// any device.
    case program

    /// BUS_BLUETOOTH of linux/input.h.
    private static let bluetoothType = "0005"

    /// The bus of a node; `type` is the number that the device itself gives, four hexadecimal digits.
    init(of device: borrowing UdevDevice, type: String?) {
        let isVirtual = device.syspath?.hasPrefix("/sys/devices/virtual/") == true
        if type == Self.bluetoothType {
            // BlueZ makes its devices through /dev/uhid; what comes through /dev/uinput has no HID device behind it.
            let isReal = !isVirtual || device.parent(in: "hid", type: nil) != nil
            self = isReal ? .bluetooth : .program
        } else if USBPort.device(of: device) != nil {
            self = .usb
        } else {
            self = isVirtual && device.subsystem != "tty" ? .program : .board
        }
    }
}
