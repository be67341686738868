import Testing

@testable import Scanning

/// By what a pairing names a device, and what cannot be named.
@Suite struct ScannerNamingTests {
    private func node(
        _ path: String,
        serial: String? = nil,
        port: String? = "pci-0-usb-0:1",
        interface: String? = "00",
        bus: DeviceBus = .usb,
        isKeyboard: Bool = true,
        transport: ScannerTransport = .keyboard
    ) -> DeviceNode {
        let identity = ScannerIdentity(
            vendor: "1a86",
            product: "0001",
            serial: serial,
            port: port,
            interface: interface,
            bus: bus,
            name: "gun",
            transport: transport
        )
        return DeviceNode(syspath: path, identity: identity, isKeyboard: isKeyboard, usbDevice: port)
    }

    private func match(serial: String? = nil, port: String? = nil, interface: String? = nil) throws -> ScannerMatch {
        try ScannerMatch(vendor: "1a86", product: "0001", serial: serial, port: port, interface: interface)
    }

    @Test func aSerialNumberOfItsOwnIsEnough() throws {
        let scanner = node("a", serial: "G1")
        let others = [node("b", serial: "G2", port: "pci-0-usb-0:2"), node("c", port: "pci-0-usb-0:3")]
        #expect(try ScannerMatch(naming: scanner, among: [scanner] + others) == match(serial: "G1"))
    }

    @Test(arguments: [
        "00000000", "123456", "1234567890", "0", "ffffffff", "0123456789ABCDEF", "000-000", "1234567890ABCDEF",
    ])
    func aSerialNumberThatAllHaveNeedsThePort(serial: String) throws {
        let scanner = node("a", serial: serial)
        #expect(try ScannerMatch(naming: scanner, among: [scanner]) == match(serial: serial, port: "pci-0-usb-0:1"))
        #expect(scanner.identity.stableName == "1a86:0001@pci-0-usb-0:1")
    }

    @Test func twoThatArePluggedInWithOneSerialNumberAreToldApartByTheirPorts() throws {
        let (first, second) = (node("a", serial: "G1"), node("b", serial: "G1", port: "pci-0-usb-0:2"))
        let match = try ScannerMatch(naming: second, among: [first, second])
        #expect(match == (try self.match(serial: "G1", port: "pci-0-usb-0:2")))
        #expect(!match.matches(first.identity))
    }

    @Test func withoutASerialNumberThePortNamesIt() throws {
        let (scanner, keys) = (node("a"), node("a2", interface: "01", isKeyboard: false))
        #expect(try ScannerMatch(naming: scanner, among: [scanner, keys]) == match(port: "pci-0-usb-0:1"))
    }

    /// The clerk's keyboard on the receiver of the scanner.
    @Test func ofTheKeyboardsOfOneReceiverTheInterfaceTellsWhich() throws {
        for serial in [nil, "R1"] {
            let (scanner, desk) = (node("a", serial: serial), node("b", serial: serial, interface: "01"))
            let match = try ScannerMatch(naming: scanner, among: [scanner, desk])
            #expect(match.interface == "00")
            #expect(!match.matches(desk.identity))
        }
        let (scanner, desk) = (node("a", interface: nil), node("b", interface: nil))
        #expect(throws: ScannerPairingError.indistinguishable("gun")) {
            try ScannerMatch(naming: scanner, among: [scanner, desk])
        }
    }

    @Test func whatCannotBeKnownAgainIsRefused() {
        let refused: [(DeviceNode, ScannerPairingError)] = [
            (node("a", port: nil, interface: nil, bus: .program), .madeByProgram("gun")),
            (node("a", port: "platform-i8042-serio-0", interface: nil, bus: .board), .sharedSocket("gun")),
            (node("a", port: nil, interface: nil, bus: .bluetooth), .unidentifiable("gun")),
            (node("a", port: nil), .unidentifiable("gun")),
        ]
        for (node, error) in refused {
            #expect(throws: error) { try ScannerMatch(naming: node, among: [node]) }
            #expect(error.description.contains("; "), "a refusal says what to do")
        }
    }

    @Test func otherWaysOfTheSameScannerAreNoOthers() throws {
        let (keys, reports) = (
            node("a", serial: "G1"), node("h", serial: "G1", interface: "01", transport: .pointOfSale)
        )
        #expect(try ScannerMatch(naming: keys, among: [keys, reports]) == match(serial: "G1"))
    }
}
