import Glibc

/// What the numbers of failed system calls on a device mean.
enum DeviceErrors {
    /// The device was pulled out, which is no failure.
    static func isGone(_ number: Int32) -> Bool {
        number == ENOENT || number == ENODEV || number == ENXIO
    }
}
