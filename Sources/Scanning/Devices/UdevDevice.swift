import CUdev

/// Owns one reference to a device of libudev.
struct UdevDevice: ~Copyable {
    private let pointer: OpaquePointer

    init(consuming pointer: OpaquePointer) { self.pointer = pointer }

    deinit { udev_device_unref(pointer) }

    var syspath: String? { Self.text(udev_device_get_syspath(pointer)) }
    var sysname: String? { Self.text(udev_device_get_sysname(pointer)) }
    var subsystem: String? { Self.text(udev_device_get_subsystem(pointer)) }
    var devnode: String? { Self.text(udev_device_get_devnode(pointer)) }
    /// The event, such as `add`; nil for a device from an enumeration.
    var action: String? { Self.text(udev_device_get_action(pointer)) }

    /// The other names of the node, such as those in `/dev/serial/by-id`.
    var links: [String] {
        var links: [String] = []
        var entry = udev_device_get_devlinks_list_entry(pointer)
        while let current = entry {
            if let link = Self.text(udev_list_entry_get_name(current)) { links.append(link) }
            entry = udev_list_entry_get_next(current)
        }
        return links
    }

    /// A property from the udev rules; nil when it is missing or empty.
    func property(_ key: String) -> String? { Self.text(udev_device_get_property_value(pointer, key)) }

    /// An attribute in sysfs, up to the first null byte; nil when it is missing or empty.
    func attribute(_ name: String) -> String? { Self.text(udev_device_get_sysattr_value(pointer, name)) }

    /// An attribute of the nearest parent in `subsystem`, and of `type` when one is given.
    func attribute(_ name: String, ofParentIn subsystem: String, type: String? = nil) -> String? {
        guard let parent = parent(in: subsystem, type: type) else { return nil }
        return parent.attribute(name)
    }

    /// A property of the nearest parent in `subsystem`.
    func property(_ key: String, ofParentIn subsystem: String) -> String? {
        guard let parent = parent(in: subsystem, type: nil) else { return nil }
        return parent.property(key)
    }

    /// The nearest parent in `subsystem`, and of `type` when one is given.
    func parent(in subsystem: String, type: String?) -> UdevDevice? {
        guard let parent = udev_device_get_parent_with_subsystem_devtype(pointer, subsystem, type) else { return nil }
        return UdevDevice(consuming: udev_device_ref(parent))
    }

    /// The nearest parent.
    func parent() -> UdevDevice? {
        guard let parent = udev_device_get_parent(pointer) else { return nil }
        return UdevDevice(consuming: udev_device_ref(parent))
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer, pointer.pointee != 0 else { return nil }
        return String(cString: pointer)
    }
}
