import Glibc

/// Classifies the errors of system calls on a device.
enum DeviceErrors {
    /// Whether the device was unplugged, which is not an error.
    static func isGone(_ number: Int32) -> Bool {
        number == ENOENT || number == ENODEV || number == ENXIO
    }
}
