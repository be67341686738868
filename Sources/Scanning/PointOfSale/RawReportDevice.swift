import Glibc

/// Owns a hidraw node opened for reading.
///
/// The kernel buffers 64 reports and drops further ones silently, so reports must be read promptly.
struct RawReportDevice: ~Copyable {
    /// HIDIOCGRAWINFO of linux/hidraw.h: the bus in four bytes, vendor and product in two each.
    private static let rawInfo: UInt = 0x8008_4803
    private static let longestReport = 16_384

    private let descriptor: Int32

    /// Opens the node; nil when it is already gone.
    static func open(_ path: String) throws(ScannerFailure) -> RawReportDevice? {
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            if DeviceErrors.isGone(errno) { return nil }
            throw .cannotOpen(errno)
        }
        return RawReportDevice(consuming: descriptor)
    }

    private init(consuming descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The descriptor for `poll`; it belongs to the device.
    var pollDescriptor: Int32 { descriptor }

    /// The vendor and product IDs that the device itself reports, four lower-case hexadecimal digits each.
    func numbers() throws(ScannerFailure) -> (vendor: String, product: String) {
        var info: (bus: UInt32, vendor: UInt16, product: UInt16) = (0, 0, 0)
        guard ioctl(descriptor, Self.rawInfo, &info) >= 0 else { throw .cannotOpen(errno) }
        return (ScannerIdentity.fourDigits(info.vendor), ScannerIdentity.fourDigits(info.product))
    }

    /// Returns the next report with its ID, or an empty array if there is none; nil when the device is gone.
    ///
    /// Never blocks.
    func read() throws(ScannerFailure) -> [UInt8]? {
        var count = 0
        var number: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.longestReport) { buffer, filled in
            count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            number = errno
            filled = max(count, 0)
        }
        guard count != 0 else { return nil }
        guard count > 0 else {
            if number == EAGAIN || number == EINTR { return [] }
            // hidraw returns EIO once the device is unplugged.
            if number == EIO || DeviceErrors.isGone(number) { return nil }
            throw .cannotRead(number)
        }
        return bytes
    }
}
