import Glibc

/// A device that the kernel itself makes for a program, through `/dev/uinput` or `/dev/uhid`; gone when released.
final class KernelDevice {
    struct Failure: Error {
        let call: String
        let number: Int32
    }

    /// Numbers of linux/uinput.h.
    private enum Request {
        static let create: UInt = 0x5501
        static let setEventBit: UInt = 0x4004_5564
        static let setKeyBit: UInt = 0x4004_5565
    }

    /// Numbers of linux/uhid.h.
    private enum Event {
        static let create2: UInt32 = 11
        static let input2: UInt32 = 12
    }

    static func exists(_ path: String) -> Bool { access(path, R_OK | W_OK) == 0 }

    private let descriptor: Int32

    /// A keyboard with all keys of a usual one.
    init(keyboard name: String, vendor: UInt16, product: UInt16) throws {
        descriptor = try Self.open("/dev/uinput")
        try Self.check("UI_SET_EVBIT", ioctl(descriptor, Request.setEventBit, Int32(1)))
        for key in Int32(1)...127 { try Self.check("UI_SET_KEYBIT", ioctl(descriptor, Request.setKeyBit, key)) }
        // struct uinput_user_dev: the name, the numbers, and axes that a keyboard has not.
        let numbers = Self.bytes(UInt16(3)) + Self.bytes(vendor) + Self.bytes(product) + Self.bytes(UInt16(1))
        try write(Self.padded(name, 80) + numbers + [UInt8](repeating: 0, count: 4 + 4 * 64 * 4))
        try Self.check("UI_DEV_CREATE", ioctl(descriptor, Request.create))
    }

    /// A HID device on USB.
    init(descriptor report: [UInt8], name: String, serial: String, vendor: UInt32, product: UInt32) throws {
        descriptor = try Self.open("/dev/uhid")
        // struct uhid_create2_req: name, phys, uniq, size of the report descriptor, bus, numbers, descriptor.
        var event = Self.bytes(Event.create2) + Self.padded(name, 128) + Self.padded("", 64) + Self.padded(serial, 64)
        event += Self.bytes(UInt16(report.count)) + Self.bytes(UInt16(3)) + Self.bytes(vendor) + Self.bytes(product)
        event += [UInt8](repeating: 0, count: 8) + report + [UInt8](repeating: 0, count: 4_096 - report.count)
        try write(event)
    }

    deinit { close(descriptor) }

    /// Presses and releases keys, each in a packet of its own.
    func send(_ keys: [(code: UInt16, value: Int32)]) throws {
        for key in keys {
            try write(
                Self.inputEvent(type: 1, code: key.code, value: key.value) + Self.inputEvent(type: 0, code: 0, value: 0)
            )
        }
    }

    func send(report: [UInt8]) throws {
        try write(Self.bytes(Event.input2) + Self.bytes(UInt16(report.count)) + report)
    }

    private static func open(_ path: String) throws -> Int32 {
        let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(call: "open \(path)", number: errno) }
        return descriptor
    }

    private func write(_ bytes: [UInt8]) throws {
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Failure(call: "write", number: errno)
        }
    }

    private static func check(_ call: String, _ result: Int32) throws {
        guard result >= 0 else { throw Failure(call: call, number: errno) }
    }

    private static func inputEvent(type: UInt16, code: UInt16, value: Int32) -> [UInt8] {
        [UInt8](repeating: 0, count: MemoryLayout<timeval>.size) + bytes(type) + bytes(code) + bytes(value)
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number) { Array($0) }
    }

    private static func padded(_ text: String, _ count: Int) -> [UInt8] {
        Array(text.utf8) + [UInt8](repeating: 0, count: count - text.utf8.count)
    }
}
