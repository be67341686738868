import Foundation
import Localization
import Scanning
import Settings
import Testing
import Wire

@testable import DaemonServer
@testable import DaemonServices
@testable import Safekeeping

@Suite struct ScannerBookTests {
    private static func path() -> String {
        FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString).yaml"
    }

    private static func book(_ configured: [ScannerConfiguration], _ path: String) throws -> ScannerBook {
        try ScannerBook(configured: configured, path: path, doubtPath: path + ".doubts")
    }

    private static func device(_ serial: String, station: String) -> ScannerConfiguration {
        var device = ScannerConfiguration()
        (device.vendor, device.product, device.serial, device.station) = ("1a86", "0001", serial, station)
        device.framing = .idle
        device.layout = "de"
        device.variant = "nodeadkeys"
        return device
    }

    private static func identity(_ serial: String) -> ScannerIdentity {
        ScannerIdentity(vendor: "1a86", product: "0001", serial: serial)
    }

    /// Serial numbers come from devices, and may hold anything.
    @Test(arguments: ["G1", "a\"b\\c: #d", "Ä\u{7}\u{85}\u{1F600}", "- x", "yes"])
    func aPairingSurvivesARestart(serial: String) async throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try Self.book([], path)
        let device = Self.device(serial, station: "counter")
        try await book.bind(device, to: Self.identity(serial))
        let again = try Self.book([], path)
        #expect(again.settings == [try device.setting()])
        #expect(again.setting(of: Self.identity(serial))?.station == "counter")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try await again.forget(device.scanner.stableName)
        await #expect(throws: ScannerBook.Unforgotten.noPairing) { try await again.forget(device.scanner.stableName) }
        #expect(try Self.book([], path).settings.isEmpty)
    }

    @Test func pairingAgainReplacesAndTheConfigurationGoesFirst() async throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let configured = Self.device("C", station: "fixed")
        let book = try Self.book([configured], path)
        for station in ["one", "two"] {
            try await book.bind(Self.device("G", station: station), to: Self.identity("G"))
        }
        try await book.bind(Self.device("C", station: "other"), to: Self.identity("C"))
        #expect(book.settings.map(\.station) == ["fixed", "two", "other"])
        #expect(book.setting(of: Self.identity("C"))?.station == "fixed")
        #expect(book.isConfigured(Self.identity("C")))
        #expect(!book.isConfigured(Self.identity("G")))
    }

    /// An earlier version wrote down the model alone for what had neither a serial number nor a port.
    @Test func aPairingThatNamesAModelIsNotUsed() async throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let text = "scanners:\n  - vendor: \"0001\"\n    product: \"0001\"\n    station: counter\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let book = try Self.book([], path)
        #expect(book.settings.isEmpty)
        #expect(book.vague == ["0001:0001"])
        let check = ScannerCheck(roster: ScannerRoster(), book: book)
        let finding = try #require(await check.findings().first { $0.state == .warning })
        #expect(finding.remedy?.english.contains("outguide scanner forget 0001:0001") == true)
        try await book.forget("0001:0001")
        #expect(book.vague.isEmpty)
    }

    @Test func twoScannersWithOneSerialNumberArePairedAndForgottenByTheirPorts() async throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try Self.book([], path)
        for port in ["usb-1", "usb-2"] {
            var device = Self.device("A1B2", station: port)
            (device.port, device.interface) = (port, "00")
            let scanner = ScannerIdentity(
                vendor: "1a86",
                product: "0001",
                serial: "A1B2",
                port: port,
                interface: "00"
            )
            try await book.bind(device, to: scanner)
        }
        let again = try Self.book([], path)
        #expect(again.settings == book.settings)
        #expect(again.settings.map(\.station) == ["usb-1", "usb-2"])
        #expect(again.settings.map(\.match.interface) == ["00", "00"])
        let names = ["1a86:0001:A1B2@usb-1", "1a86:0001:A1B2@usb-2"]
        await #expect(throws: ScannerBook.Unforgotten.several(names)) { try await again.forget("1a86:0001:A1B2") }
        try await again.forget(names[0])
        #expect(again.settings.map(\.station) == ["usb-2"])
        try await again.forget("1a86:0001:A1B2")
        #expect(again.settings.isEmpty)
    }

    @Test func whatCannotBeWrittenIsNotSo() async throws {
        let book = try Self.book([], "/nonexistent/scanners.yaml")
        await #expect(throws: CheckpointKeeperError.self) {
            try await book.bind(Self.device("G", station: "one"), to: Self.identity("G"))
        }
        #expect(book.settings.isEmpty)
    }

    @Test func aFileThatIsNotOursIsNamedWithItsLine() throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "scanners: []\nsite: \"00\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        let reason = Message("there is no setting \("site", "setting") here")
        #expect(throws: ConfigurationError.wrong(path: path, line: 2, reason: reason)) {
            try Self.book([], path)
        }
    }

    @Test func whatNamedTwoScannersIsKeptUntilOneIsPairedByThatNameAgain() async throws {
        let path = Self.path()
        defer {
            for path in [path, path + ".doubts"] { try? FileManager.default.removeItem(atPath: path) }
        }
        let device = Self.device("A1B2", station: "counter")
        let doubt = ScannerDoubt(match: try device.match(), transport: .keyboard)
        let line = ScannerDoubt(match: try ScannerMatch(path: "/dev/serial/by-id/x"), transport: .serial)
        let book = try Self.book([], path)
        #expect(book.doubts.isEmpty)
        for doubt in [doubt, line] { try await book.note(doubt) }
        #expect(try Self.book([], path).doubts == [doubt, line])
        // One of the two is paired by its port as well: the other may still be either.
        var particular = device
        particular.port = "usb-1"
        try await book.bind(particular, to: Self.identity("A1B2"))
        #expect(try Self.book([], path).doubts == [doubt, line])
        try await book.bind(device, to: Self.identity("A1B2"))
        #expect(try Self.book([], path).doubts == [line])
    }

    @Test func whatAScannerPutsAroundABarcodeAndHowItSendsItIsKept() async throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        var device = Self.device("G1", station: "counter")
        device.affixes = ScanAffixes(prefix: "\"D", suffix: "#")
        device.habits = SymbolHabits(sendsMemory: true, readsLinearOnly: true)
        try await Self.book([], path).bind(device, to: Self.identity("G1"))
        #expect(try Self.book([], path).settings == [try device.setting()])
    }
}
