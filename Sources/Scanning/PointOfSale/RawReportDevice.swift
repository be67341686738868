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
            if DeviceFile.isGone(errno) { return nil }
            throw .cannotOpen(errno)
        }
        return RawReportDevice(consuming: descriptor)
    }

    private init(consuming descriptor: Int32) { self.descriptor = descriptor }

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
    func read() throws(ScannerFailure) -> [UInt8]? { try DeviceFile.read(descriptor, upTo: Self.longestReport) }
}

/// A HID POS scanner that is being read.
final class PointOfSaleSource: ScannerSource {
    /// Maximum reports per turn; the rest follows in the next turn, so that one scanner does not delay others.
    private static let turn = 64

    private let device: RawReportDevice
    private var assembler: PointOfSaleAssembler
    private(set) var pace = Pace()

    init(device: consuming RawReportDevice, layout: PointOfSaleLayout) {
        self.device = device
        self.assembler = PointOfSaleAssembler(layout: layout)
    }

    var descriptor: Int32 { device.pollDescriptor }
    var awaitsEnding: Bool { assembler.awaitsEnding }

    func read(_ watchers: [ScannerWatch], take: (ReadingOutcome) -> Void) throws(ScannerFailure) -> SourceActivity {
        var activity = SourceActivity.none
        for _ in 0..<Self.turn {
            guard let report = try device.read() else { return .gone }
            if report.isEmpty { break }
            activity = .some
            let time = KernelClock.now
            watchers.tell(.bytes(Array(report[...]), time: KernelClock.timeOfDay(of: time)))
            let wasOpen = awaitsEnding
            let outcome = assembler.take(report, time: time)
            if wasOpen || awaitsEnding || outcome != nil { pace.note(time, isWithin: wasOpen) }
            if let outcome { take(outcome) }
        }
        return activity
    }

    func fellSilent() -> ReadingOutcome? { assembler.fellSilent() }

    func abandon(as rejection: ScanRejection) -> ReadingOutcome? { assembler.abandon(as: rejection) }
}
