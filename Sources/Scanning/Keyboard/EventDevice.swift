import CEvdev
import Glibc

/// Owns an event node opened for reading, which is grabbed after ``grab()``.
///
/// Events are read from the descriptor instead of through libevdev, because after SYN_DROPPED libevdev discards
/// events that it has read ahead, including the Enter that marks the end of the interrupted reading.
struct EventDevice: ~Copyable {
    /// Several times the number of events that the kernel buffers for a plain keyboard.
    private static let batch = 256

    private let descriptor: Int32
    private let device: OpaquePointer
    /// The keys that were down when the node was opened.
    let held: Set<UInt16>

    /// Opens the node and sets its clock to that of ``KernelClock/now``; nil when it is already gone.
    static func open(_ path: String) throws(ScannerFailure) -> EventDevice? {
        let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            if DeviceFile.isGone(errno) { return nil }
            throw .cannotOpen(errno)
        }
        var device: OpaquePointer?
        var result = libevdev_new_from_fd(descriptor, &device)
        if result >= 0 { result = libevdev_set_clock_id(device, CLOCK_BOOTTIME) }
        guard result >= 0, let device else {
            libevdev_free(device)
            close(descriptor)
            if DeviceFile.isGone(-result) { return nil }
            throw .cannotOpen(-result)
        }
        return EventDevice(consuming: descriptor, device)
    }

    private init(consuming descriptor: Int32, _ device: OpaquePointer) {
        self.descriptor = descriptor
        self.device = device
        let keys = (0..<UInt32(KEY_MAX)).filter { libevdev_get_event_value(device, UInt32(EV_KEY), $0) != 0 }
        self.held = Set(keys.map(UInt16.init(truncatingIfNeeded:)))
    }

    deinit {
        // This also releases the grab, if it is held.
        libevdev_free(device)
        close(descriptor)
    }

    /// The descriptor for `poll`; it belongs to the device.
    var pollDescriptor: Int32 { descriptor }

    /// The vendor ID that the device itself reports, four lower-case hexadecimal digits.
    var vendor: String { ScannerIdentity.fourDigits(UInt16(truncatingIfNeeded: libevdev_get_id_vendor(device))) }
    /// The product ID that the device itself reports, four lower-case hexadecimal digits.
    var product: String { ScannerIdentity.fourDigits(UInt16(truncatingIfNeeded: libevdev_get_id_product(device))) }

    /// The kernel's name of a key, such as `KEY_A`, or its number if it has none.
    static func name(ofKey code: UInt16) -> String {
        guard let name = libevdev_event_code_get_name(UInt32(EV_KEY), UInt32(code)) else { return "KEY_\(code)" }
        return String(cString: name)
    }

    /// Grabs the device, so that no console or login prompt receives its keys.
    func grab() throws(ScannerFailure) {
        let result = libevdev_grab(device, LIBEVDEV_GRAB)
        guard result >= 0 else { throw .cannotGrab(-result) }
    }

    /// Returns pending events, or an empty array if there are none; nil when the device is gone.
    ///
    /// Never blocks.
    func read() throws(ScannerFailure) -> [KernelEvent]? {
        let size = MemoryLayout<input_event>.stride
        var number: Int32 = 0
        var count = 0
        let events = [input_event](unsafeUninitializedCapacity: Self.batch) { buffer, filled in
            count = Glibc.read(descriptor, buffer.baseAddress, buffer.count * size)
            number = errno
            filled = max(count, 0) / size
        }
        guard count != 0 else { return nil }
        guard count > 0 else {
            if number == EAGAIN || number == EINTR { return [] }
            if DeviceFile.isGone(number) { return nil }
            throw .cannotRead(number)
        }
        guard count % size == 0 else { throw .cannotRead(EINVAL) }
        return events.compactMap(Self.event)
    }

    private static func event(_ raw: input_event) -> KernelEvent? {
        let time = withUnsafePointer(to: raw) { outguide_event_microseconds($0) }
        return switch (Int32(raw.type), Int32(raw.code)) {
        case (EV_KEY, _): .key(code: raw.code, value: raw.value, time: time)
        case (EV_SYN, SYN_DROPPED): .dropped(time: time)
        default: nil
        }
    }
}

/// A keyboard event from the kernel.
enum KernelEvent: Equatable {
    /// `value` is 1 for down, 0 for up, 2 for repeat; `time` is in microseconds since the machine started.
    case key(code: UInt16, value: Int32, time: Int64)
    /// The kernel's buffer overflowed, and earlier events were lost.
    case dropped(time: Int64)

    var time: Int64 {
        switch self {
        case .key(_, _, let time), .dropped(let time): time
        }
    }
}
