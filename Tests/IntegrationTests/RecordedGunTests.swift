import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Each recorded gun is plugged into the real daemon, and what it sent is read back from the log.
@Suite struct RecordedGunTests {
    /// A gun, and what its readings must be.
    struct Gun: Sendable, CustomTestStringConvertible {
        struct Expected: Sendable, Equatable {
            let text: String
            let ending: String
            var symbology: String?
        }

        let recording: String
        var configuration = ""
        let scanner: String
        let transport: String
        let device: [String?]
        let readings: [Expected]

        var testDescription: String { recording }
    }

    static let guns = [
        Gun(
            recording: "symbol-keyboard-enter",
            scanner: "05e0:1200:S_21141523021837",
            transport: "keyboard",
            device: ["05e0", "1200", "S_21141523021837"],
            readings: [
                Gun.Expected(text: "BX000000042N", ending: "enter"),
                Gun.Expected(text: "Doc-7/a_B c", ending: "enter"),
            ]
        ),
        // Played without the pause that was between them, its two barcodes are one reading.
        Gun(
            recording: "newland-keyboard-no-suffix",
            configuration: "scanners:\n  - vendor: \"1eab\"\n    name: no suffix\n    framing: idle\n    idle: 100\n",
            scanner: "no suffix",
            transport: "keyboard",
            device: ["1eab", "0d03", nil],
            readings: [Gun.Expected(text: "BX000000042NFD000001234W", ending: "idle")]
        ),
        Gun(
            recording: "honeywell-keyboard-aim",
            scanner: "0c2e:0b61:13289B0D17",
            transport: "keyboard",
            device: ["0c2e", "0b61", "13289B0D17"],
            readings: [
                Gun.Expected(text: "]C0BX000000042N", ending: "enter", symbology: "code128"),
                Gun.Expected(text: "]Q1FD000001234W", ending: "enter", symbology: "qr"),
            ]
        ),
        Gun(
            recording: "sm-composite-keyboard",
            configuration: "scanners:\n  - serial: APP-000000000\n    name: composite\n",
            scanner: "composite",
            transport: "keyboard",
            device: ["0483", "0011", "APP-000000000"],
            readings: [Gun.Expected(text: "FD000001234W", ending: "enter")]
        ),
        Gun(
            recording: "honeywell-hid-pos",
            scanner: "0c2e:0b67:13289B0D16",
            transport: "hid-pos",
            device: ["0c2e", "0b67", "13289B0D16"],
            readings: [
                Gun.Expected(text: "BX000000042N", ending: "report", symbology: "code128"),
                Gun.Expected(
                    text: (1...26).map { "Q0" + ($0 < 10 ? "0\($0)" : "\($0)") + "-" }.joined(),
                    ending: "report",
                    symbology: "code128"
                ),
            ]
        ),
        Gun(
            recording: "newland-twin",
            scanner: "1eab:0006:FM430X1",
            transport: "keyboard",
            device: ["1eab", "0006", "FM430X1"],
            readings: [Gun.Expected(text: "BX000000042N", ending: "enter")]
        ),
        Gun(
            recording: "datalogic-cdc-acm",
            scanner: "05f9:4204:S_N_G15E07513",
            transport: "serial",
            device: ["05f9", "4204", "S_N_G15E07513"],
            readings: [
                Gun.Expected(text: "BX000000042N", ending: "cr"),
                Gun.Expected(text: "]C0FD000001234W", ending: "cr", symbology: "code128"),
            ]
        ),
    ]

    @Test(arguments: guns) func everyReadingReachesTheLogAsItCame(gun: Gun) async throws {
        let scanners = try await VirtualScannerBed()
        try await DaemonBed.with(configuration: gun.configuration, environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            let outcomes = try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                try await scanners.load("gun", recording: Self.recording(gun.recording))
                // A gun with two interfaces is there when both are.
                for _ in 0..<(gun.recording == "newland-twin" ? 2 : 1) {
                    try await ScannerTests.skip(to: "attached", in: &events)
                }
                try await scanners.play("gun")
                let outcomes = try await ScannerTests.outcomes(gun.readings.count, from: &events)
                try await scanners.unplug("gun")
                try await ScannerTests.skip(to: "detached", in: &events)
                return outcomes
            }
            let readings = Array(
                try await client.ask(API.Readings.list, query: [Parameter.limit.set(10)]).items.reversed()
            )
            await client.close()
            #expect(outcomes.map(\.reading) == Array(1...Int64(gun.readings.count)))
            #expect(
                readings.map { Gun.Expected(text: $0.text ?? "", ending: $0.ending ?? "", symbology: $0.symbology) }
                    == gun.readings
            )
            for reading in readings {
                #expect(reading.scanner == gun.scanner)
                #expect(reading.transport == gun.transport)
                #expect([reading.vendor, reading.product, reading.serial] == gun.device)
                #expect(reading.port?.contains("usb-0:1") == true)
                #expect(reading.principal == "daemon")
                #expect(reading.verdict != nil)
                #expect(Data(base64Encoded: reading.bytes) == reading.text.map { Data($0.utf8) })
                #expect(reading.occurredAt <= reading.recordedAt)
            }
        }
        try await scanners.close()
    }

    private static func recording(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "ScanningTests/RecordedGuns/\(name).umockdev")
    }
}
