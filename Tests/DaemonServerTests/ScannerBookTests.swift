import Foundation
import Scanning
import Testing

@testable import DaemonServer

@Suite struct ScannerBookTests {
    private static func path() -> String {
        FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString).yaml"
    }

    private static func gun(_ serial: String, station: String) -> ScannerConfiguration {
        var gun = ScannerConfiguration()
        (gun.vendor, gun.product, gun.serial, gun.station) = ("1a86", "0001", serial, station)
        gun.framing = .idle
        gun.layout = "de"
        gun.variant = "nodeadkeys"
        return gun
    }

    private static func identity(_ serial: String) -> ScannerIdentity {
        ScannerIdentity(vendor: "1a86", product: "0001", serial: serial)
    }

    /// Serial numbers come from devices, and may hold anything.
    @Test(arguments: ["G1", "a\"b\\c: #d", "Ä\u{7}\u{85}\u{1F600}", "- x", "yes"])
    func aPairingSurvivesARestart(serial: String) async throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let book = try ScannerBook(configured: [], path: path)
        let gun = Self.gun(serial, station: "counter")
        try await book.bind(gun, to: Self.identity(serial))
        let again = try ScannerBook(configured: [], path: path)
        #expect(again.settings == [try gun.setting()])
        #expect(again.setting(of: Self.identity(serial))?.station == "counter")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try await again.forget(gun.stableName))
        #expect(try await !again.forget(gun.stableName))
        #expect(try ScannerBook(configured: [], path: path).settings.isEmpty)
    }

    @Test func pairingAgainReplacesAndTheConfigurationGoesFirst() async throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let configured = Self.gun("C", station: "fixed")
        let book = try ScannerBook(configured: [configured], path: path)
        for station in ["one", "two"] {
            try await book.bind(Self.gun("G", station: station), to: Self.identity("G"))
        }
        try await book.bind(Self.gun("C", station: "other"), to: Self.identity("C"))
        #expect(book.settings.map(\.station) == ["fixed", "two", "other"])
        #expect(book.setting(of: Self.identity("C"))?.station == "fixed")
        #expect(book.isConfigured(Self.identity("C")))
        #expect(!book.isConfigured(Self.identity("G")))
    }

    @Test func whatCannotBeWrittenIsNotSo() async throws {
        let book = try ScannerBook(configured: [], path: "/nonexistent/scanners.yaml")
        await #expect(throws: CheckpointKeeperError.self) {
            try await book.bind(Self.gun("G", station: "one"), to: Self.identity("G"))
        }
        #expect(book.settings.isEmpty)
    }

    @Test func aFileThatIsNotOursIsNamedWithItsLine() throws {
        let path = Self.path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "scanners: []\nsite: \"00\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: ConfigurationError.wrong(path: path, line: 2, reason: "there is no setting site here")) {
            try ScannerBook(configured: [], path: path)
        }
    }
}
