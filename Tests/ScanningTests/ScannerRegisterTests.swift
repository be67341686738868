import Testing

@testable import Scanning

@Suite struct ScannerRegisterTests {
    private func node(vendor: String, tagged: Bool = false, keyboard: Bool = true) -> DeviceNode {
        DeviceNode(
            syspath: "/sys/devices/x",
            identity: ScannerIdentity(vendor: vendor, product: "0001"),
            isTagged: tagged,
            isKeyboard: keyboard
        )
    }

    @Test func namesOnlyWhatTheRuleOrASettingNames() throws {
        let register = ScannerRegister(settings: [ScannerSetting(match: try ScannerMatch(vendor: "05e0"))])
        #expect(register.names(node(vendor: "05e0")))
        #expect(register.names(node(vendor: "1eab", tagged: true)))
        #expect(!register.names(node(vendor: "1eab")))
        #expect(!register.names(node(vendor: "05e0", keyboard: false)))
    }

    @Test func theFirstSettingCounts() throws {
        let near = ScannerSetting(match: try ScannerMatch(vendor: "05e0", product: "0001"), station: "near")
        let far = ScannerSetting(match: try ScannerMatch(vendor: "05e0"), station: "far")
        let identity = ScannerIdentity(vendor: "05e0", product: "0001")
        #expect(ScannerRegister(settings: [near, far]).setting(for: identity)?.station == "near")
        #expect(ScannerRegister(settings: [far, near]).setting(for: identity)?.station == "far")
        #expect(ScannerRegister(settings: []).setting(for: identity) == nil)
    }

    @Test(arguments: [
        ("pci-0000:00:14.0-usb-0:1.2:1.0", "pci-0000:00:14.0-usb-0:1.2"),
        ("pci-0000:00:14.0-usbv2-0:3:1.1", "pci-0000:00:14.0-usbv2-0:3"),
        ("platform-fd500000.pcie-pci-0000:01:00.0-usb-0:1.4:1.0", "platform-fd500000.pcie-pci-0000:01:00.0-usb-0:1.4"),
        ("pci-0000:00:14.0-usb-0:1.2", "pci-0000:00:14.0-usb-0:1.2"),
        ("platform-i8042-serio-0", "platform-i8042-serio-0"),
    ])
    func thePortLeavesTheInterfaceOut(path: String, port: String) {
        #expect(USBPort.withoutInterface(path) == port)
    }
}
