public import Foundation

/// A computer with USB keyboards and scanners that do not exist, for a process that is started with ``environment``.
///
/// Needs the Debian packages umockdev, gir1.2-umockdev-1.0 and python3-gi. Every command returns after it has been
/// carried out, so that a test needs no sleeps.
public actor VirtualScannerBed {
    /// What is plugged in.
    public enum Kind: String, Sendable {
        /// A keyboard with the property `ID_OUTGUIDE_SCANNER=1`, as the udev rule sets it.
        case scanner
        case keyboard
        /// A HID POS scanner with the property; its report 2 has count, symbology, 56 bytes of data and a last byte.
        case pos
        /// A USB device that plays a serial line, with the property.
        case serial
        /// The same two without the property.
        case unnamedPos = "unnamed-pos"
        case unnamedSerial = "unnamed-serial"
        /// A serial port of the computer, which no rule can know to be a scanner.
        case line
    }

    /// Variables that show this computer, and not the real one, to a process.
    public nonisolated let environment: [String: String]
    private let driver: VirtualScannerChild

    /// Starts a computer with nothing plugged in.
    public init() async throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "virtual-scanners.py")
        let driver = try VirtualScannerChild(
            URL(fileURLWithPath: "/usr/bin/umockdev-wrapper"),
            ["/usr/bin/python3", script.path]
        )
        guard let line = await driver.nextLine(), line.hasPrefix("root ") else {
            throw VirtualScannerFault(
                command: "start",
                answer: "no answer: install umockdev, gir1.2-umockdev-1.0 and python3-gi"
            )
        }
        self.driver = driver
        // What a sanitizer put before this process comes before those too.
        let before = ProcessInfo.processInfo.environment["LD_PRELOAD"].map { $0 + ":" } ?? ""
        self.environment = [
            "LD_PRELOAD": before + "libumockdev-preload.so.0", "UMOCKDEV_DIR": String(line.dropFirst(5)),
        ]
    }

    /// Plugs a device in under a name for this bed; the answer is its event node.
    ///
    /// `serial` nil means that it has none.
    @discardableResult
    public func plug(
        _ name: String,
        _ kind: Kind = .scanner,
        vendor: String = "05e0",
        product: String = "1200",
        serial: String? = nil
    ) async throws -> String {
        try await command("plug \(name) \(kind.rawValue) \(vendor) \(product) \(serial ?? "-")")
    }

    /// Adds another keyboard to the USB device of one that is plugged in, as a wireless receiver has it.
    @discardableResult
    public func plug(_ name: String, beside other: String) async throws -> String {
        try await command("beside \(name) \(other)")
    }

    /// Adds a keyboard that a program makes through `/dev/uinput`, with numbers of its choice.
    @discardableResult
    public func plug(_ name: String, asProgramWith vendor: String, _ product: String) async throws -> String {
        try await command("program \(name) \(vendor) \(product)")
    }

    /// Connects a Bluetooth keyboard.
    @discardableResult
    public func connect(_ name: String, vendor: String, product: String, address: String) async throws -> String {
        try await command("radio \(name) \(vendor) \(product) \(address)")
    }

    /// Plugs in the scanner that `umockdev-record` wrote down in a file.
    public func load(_ name: String, recording: URL) async throws {
        try await command("load \(name) \(recording.path)")
    }

    /// Sends what a loaded scanner sent when it was recorded.
    public func play(_ name: String) async throws {
        try await command("play \(name)")
    }

    /// Sends one report of a HID POS scanner, or bytes of a serial line.
    @discardableResult
    public func send(_ name: String, _ bytes: [UInt8]) async throws -> Bool {
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return try await command("send \(name) \(digits)") == "read"
    }

    /// Types a text with Enter so often and as fast as it is read, while other commands go on.
    public func flood(_ name: String, count: Int, _ text: String) async throws {
        try await command("flood \(name) \(count) \(text)")
    }

    /// The flags of input and of control, octal, and the code of the speed that a program gave a serial line.
    public func mode(_ name: String) async throws -> String {
        try await command("mode \(name)")
    }

    /// Gives a keyboard that is plugged in the property of a scanner, as a reload of the udev rules does.
    public func tag(_ name: String) async throws {
        try await command("name \(name)")
    }

    /// Lets another program grab a keyboard, or let go of it.
    public func hold(_ name: String, _ isHeld: Bool) async throws {
        try await command("hold \(name) \(isHeld ? 1 : 0)")
    }

    /// Types on a US keyboard; line feeds and tabs are Enter and Tab.
    ///
    /// False when no process has the node open.
    @discardableResult
    public func type(_ name: String, _ text: String) async throws -> Bool {
        let escaped = text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        return try await command("type \(name) \(escaped)") == "read"
    }

    /// Sends key codes of the kernel with their values (1 down, 0 up).
    ///
    /// False when no process has the node open.
    @discardableResult
    public func keys(_ name: String, _ events: [(code: Int, value: Int)]) async throws -> Bool {
        try await command("keys \(name) " + events.map { "\($0.code):\($0.value)" }.joined(separator: " ")) == "read"
    }

    /// Lets so much time pass as a person needs between two codes, which is what scanners are judged by.
    public func pause(milliseconds: Int = 500) async throws {
        try await command("pause \(milliseconds)")
    }

    /// Says that events were lost, as the kernel does when its buffer has overflowed.
    public func drop(_ name: String) async throws {
        try await command("drop \(name)")
    }

    /// What has been done to the node.
    public func status(_ name: String) async throws -> VirtualScannerStatus {
        let answer = try await command("status \(name)")
        guard let status = VirtualScannerStatus(answer) else {
            throw VirtualScannerFault(command: "status", answer: answer)
        }
        return status
    }

    /// Returns when no process has the node open any more.
    public func closed(_ name: String) async throws {
        try await command("closed \(name)")
    }

    public func unplug(_ name: String) async throws {
        try await command("unplug \(name)")
    }

    /// Ends the computer; the process under test is to be ended before.
    public func close() async throws {
        try await driver.send("quit")
        while await driver.nextLine() != nil {}
    }

    @discardableResult
    private func command(_ command: String) async throws -> String {
        try await driver.send(command)
        let answer = await driver.nextLine() ?? "no answer"
        guard answer.hasPrefix("ok ") else { throw VirtualScannerFault(command: command, answer: answer) }
        return String(answer.dropFirst(3))
    }
}
