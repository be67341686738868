import CUdev
import Glibc

/// Owns a connection to libudev that enumerates devices that may be scanners, and reports changes.
struct UdevMonitor: ~Copyable {
    /// Buffer size in bytes, enough for the events of a whole hub that is plugged in; the kernel may grant less.
    private static let bufferSize: Int32 = 1 << 20
    private static let subsystems = ["input", "hidraw", "tty"]

    private let udev: OpaquePointer
    private let monitor: OpaquePointer

    /// Starts monitoring.
    ///
    /// Events are queued from here on, so a later ``enumerate()`` misses none.
    init() throws(ScannerReaderError) {
        guard let udev = udev_new() else { throw .cannotWatchDevices(errno) }
        // "udev" rather than "kernel": events arrive after the rules have run and the node has its permissions.
        guard let monitor = udev_monitor_new_from_netlink(udev, "udev") else {
            let number = errno
            udev_unref(udev)
            throw .cannotWatchDevices(number)
        }
        udev_monitor_set_receive_buffer_size(monitor, Self.bufferSize)
        var result: Int32 = 0
        for subsystem in Self.subsystems where result >= 0 {
            result = udev_monitor_filter_add_match_subsystem_devtype(monitor, subsystem, nil)
        }
        if result >= 0 { result = udev_monitor_enable_receiving(monitor) }
        guard result >= 0 else {
            udev_monitor_unref(monitor)
            udev_unref(udev)
            throw .cannotWatchDevices(-result)
        }
        self.udev = udev
        self.monitor = monitor
    }

    deinit {
        // This also closes the descriptor.
        udev_monitor_unref(monitor)
        udev_unref(udev)
    }

    /// The descriptor for `poll`; it belongs to the monitor.
    var descriptor: Int32 { udev_monitor_get_fd(monitor) }

    /// Returns the next event; never blocks.
    func receive() -> UdevReception {
        errno = 0
        if let pointer = udev_monitor_receive_device(monitor) { return .device(UdevDevice(consuming: pointer)) }
        switch errno {
        case 0, EAGAIN, EINTR: return .nothing
        case ENOBUFS: return .overflowed
        case let number: return .failed(number)
        }
    }

    /// The nodes that udev has already set up.
    func enumerate() throws(ScannerReaderError) -> [DeviceNode] {
        guard let enumeration = udev_enumerate_new(udev) else { throw .cannotWatchDevices(errno) }
        defer { udev_enumerate_unref(enumeration) }
        var result: Int32 = 0
        for subsystem in Self.subsystems where result >= 0 {
            result = udev_enumerate_add_match_subsystem(enumeration, subsystem)
        }
        if result >= 0 { result = udev_enumerate_add_match_is_initialized(enumeration) }
        if result >= 0 { result = udev_enumerate_scan_devices(enumeration) }
        guard result >= 0 else { throw .cannotWatchDevices(-result) }

        var nodes: [DeviceNode] = []
        var entry = udev_enumerate_get_list_entry(enumeration)
        while let current = entry {
            // A device removed in the meantime is nil; the monitor reports its removal.
            if let pointer = udev_device_new_from_syspath(udev, udev_list_entry_get_name(current)),
                let node = DeviceNode(UdevDevice(consuming: pointer))
            {
                nodes.append(node)
            }
            entry = udev_list_entry_get_next(current)
        }
        return nodes
    }
}

/// The result of receiving from the monitor.
enum UdevReception: ~Copyable {
    case device(UdevDevice)
    case nothing
    /// Events were lost, so the devices must be enumerated again.
    case overflowed
    /// Receiving failed with this `errno`.
    case failed(Int32)
}
