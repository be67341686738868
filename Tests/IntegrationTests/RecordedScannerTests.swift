import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Each recorded scanner is plugged into the real daemon, and what it sent is read back from the log.
@Suite struct RecordedScannerTests {
    /// A scanner, and what its readings must be.
    struct Scanner: Sendable, CustomTestStringConvertible {
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

    static let handhelds = [
        Scanner(
            recording: "symbol-keyboard-enter",
            scanner: "05e0:1200:S_21141523021837",
            transport: "keyboard",
            device: ["05e0", "1200", "S_21141523021837"],
            readings: [
                Scanner.Expected(text: "BX000000042N", ending: "enter"),
                Scanner.Expected(text: "Doc-7/a_B c", ending: "enter"),
            ]
        ),
        // Played without the pause that was between them, its two barcodes are one reading.
        Scanner(
            recording: "newland-keyboard-no-suffix",
            configuration: "scanners:\n  - vendor: \"1eab\"\n    name: no suffix\n    framing: idle\n    idle: 100\n",
            scanner: "no suffix",
            transport: "keyboard",
            device: ["1eab", "0d03", nil],
            readings: [Scanner.Expected(text: "BX000000042NFD000001234W", ending: "idle")]
        ),
        Scanner(
            recording: "honeywell-keyboard-aim",
            scanner: "0c2e:0b61:13289B0D17",
            transport: "keyboard",
            device: ["0c2e", "0b61", "13289B0D17"],
            readings: [
                Scanner.Expected(text: "]C0BX000000042N", ending: "enter", symbology: "code128"),
                Scanner.Expected(text: "]Q1FD000001234W", ending: "enter", symbology: "qr"),
            ]
        ),
        Scanner(
            recording: "sm-composite-keyboard",
            configuration: "scanners:\n  - serial: APP-000000000\n    name: composite\n",
            scanner: "composite",
            transport: "keyboard",
            device: ["0483", "0011", "APP-000000000"],
            readings: [Scanner.Expected(text: "FD000001234W", ending: "enter")]
        ),
        Scanner(
            recording: "honeywell-hid-pos",
            scanner: "0c2e:0b67:13289B0D16",
            transport: "hid-pos",
            device: ["0c2e", "0b67", "13289B0D16"],
            readings: [
                Scanner.Expected(text: "BX000000042N", ending: "report", symbology: "code128"),
                Scanner.Expected(
                    text: (1...26).map { "Q0" + ($0 < 10 ? "0\($0)" : "\($0)") + "-" }.joined(),
                    ending: "report",
                    symbology: "code128"
                ),
            ]
        ),
        Scanner(
            recording: "newland-twin",
            scanner: "1eab:0006:FM430X1",
            transport: "keyboard",
            device: ["1eab", "0006", "FM430X1"],
            readings: [Scanner.Expected(text: "BX000000042N", ending: "enter")]
        ),
        Scanner(
            recording: "datalogic-cdc-acm",
            scanner: "05f9:4204:S_N_G15E07513",
            transport: "serial",
            device: ["05f9", "4204", "S_N_G15E07513"],
            readings: [
                Scanner.Expected(text: "BX000000042N", ending: "cr"),
                Scanner.Expected(text: "]C0FD000001234W", ending: "cr", symbology: "code128"),
            ]
        ),
    ]

    @Test(arguments: handhelds) func everyReadingReachesTheLogAsItCame(handheld: Scanner) async throws {
        let scanners = try await VirtualScannerBed()
        try await DaemonBed.with(configuration: handheld.configuration, environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            let outcomes = try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                try await scanners.load("gun", recording: Self.recording(handheld.recording))
                // A scanner with two interfaces is there when both are.
                for _ in 0..<(handheld.recording == "newland-twin" ? 2 : 1) {
                    try await ScannerTests.skip(to: "attached", in: &events)
                }
                try await scanners.play("gun")
                let outcomes = try await ScannerTests.outcomes(handheld.readings.count, from: &events)
                try await scanners.unplug("gun")
                try await ScannerTests.skip(to: "detached", in: &events)
                return outcomes
            }
            let readings = Array(
                try await client.ask(API.Readings.list, query: [Parameter.limit.set(10)]).items.reversed()
            )
            await client.close()
            #expect(outcomes.map(\.reading) == Array(1...Int64(handheld.readings.count)))
            #expect(
                readings.map { Scanner.Expected(text: $0.text ?? "", ending: $0.ending ?? "", symbology: $0.symbology) }
                    == handheld.readings
            )
            for reading in readings {
                #expect(reading.scanner == handheld.scanner)
                #expect(reading.transport == handheld.transport)
                #expect([reading.vendor, reading.product, reading.serial] == handheld.device)
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
            .appending(path: "ScanningTests/RecordedScanners/\(name).umockdev")
    }
}
