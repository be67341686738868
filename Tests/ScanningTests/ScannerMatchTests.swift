import Testing

@testable import Scanning

@Suite struct ScannerMatchTests {
    static let scanner = ScannerIdentity(vendor: "05E0", product: "1200", serial: "S1", port: "pci-0-usb-0:1.2")

    @Test func everyPartThatIsGivenMustAgree() throws {
        #expect(try ScannerMatch(vendor: "05e0").matches(Self.scanner))
        #expect(
            try ScannerMatch(vendor: "05E0", product: "1200", serial: "S1", port: "pci-0-usb-0:1.2").matches(
                Self.scanner
            )
        )
        #expect(try !ScannerMatch(vendor: "05e0", product: "1201").matches(Self.scanner))
        #expect(try !ScannerMatch(vendor: "05e0", serial: "S2").matches(Self.scanner))
        #expect(try !ScannerMatch(port: "pci-0-usb-0:1").matches(Self.scanner))
        #expect(try !ScannerMatch(serial: "S1").matches(ScannerIdentity(vendor: "05e0", product: "1200")))
    }

    @Test func aMatchNamesSomething() {
        #expect(throws: ScannerMatchError.empty) { try ScannerMatch() }
        #expect(throws: ScannerMatchError.blank(part: "serial")) { try ScannerMatch(serial: "") }
        #expect(throws: ScannerMatchError.notAnInterface("0")) { try ScannerMatch(serial: "S1", interface: "0") }
        #expect(throws: ScannerMatchError.notAnInterface("0g")) { try ScannerMatch(serial: "S1", interface: "0g") }
        #expect(throws: ScannerMatchError.notFourHexDigits(part: "vendor", value: "5e0")) {
            try ScannerMatch(vendor: "5e0")
        }
        #expect(throws: ScannerMatchError.notFourHexDigits(part: "product", value: "12g0")) {
            try ScannerMatch(vendor: "05e0", product: "12g0")
        }
    }

    @Test func theStableNameFallsBackToThePort() {
        #expect(Self.scanner.stableName == "05e0:1200:S1")
        #expect(ScannerIdentity(vendor: "05e0", product: "1200", port: "usb-0:1").stableName == "05e0:1200@usb-0:1")
        #expect(ScannerIdentity(vendor: "05e0", product: "1200").stableName == "05e0:1200")
    }
}
