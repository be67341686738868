import CUdev

/// Owns one reference to a device of libudev.
struct UdevDevice: ~Copyable {
    private let pointer: OpaquePointer

    init(consuming pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit { udev_device_unref(pointer) }

    var syspath: String? { Self.text(udev_device_get_syspath(pointer)) }
    var sysname: String? { Self.text(udev_device_get_sysname(pointer)) }
    var subsystem: String? { Self.text(udev_device_get_subsystem(pointer)) }
    var devnode: String? { Self.text(udev_device_get_devnode(pointer)) }
    /// What happened, such as `add`; nil for a device from an enumeration.
    var action: String? { Self.text(udev_device_get_action(pointer)) }

    /// A property from the udev rules; nil when it is missing or empty.
    func property(_ key: String) -> String? {
        Self.text(udev_device_get_property_value(pointer, key))
    }

    /// An attribute in sysfs of the nearest parent in `subsystem`; nil when it is missing or empty.
    func attribute(_ name: String, ofParentIn subsystem: String) -> String? {
        // The parent belongs to the device and is not released here.
        guard let parent = udev_device_get_parent_with_subsystem_devtype(pointer, subsystem, nil) else { return nil }
        return Self.text(udev_device_get_sysattr_value(parent, name))
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer, pointer.pointee != 0 else { return nil }
        return String(cString: pointer)
    }
}
