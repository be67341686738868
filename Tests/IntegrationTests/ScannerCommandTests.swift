import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// Scanners are listed, paired and tested with the real command line on the real daemon.
@Suite struct ScannerCommandTests {
    @Test func whatIsPluggedInIsListedAndWhoReadsIt() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .scanner, serial: "S1")
        try await scanners.plug("keyboard", .keyboard, vendor: "046d", product: "c31c")
        try await scanners.plug("pos", .pos, vendor: "0c2e", product: "0b67", serial: "P1")
        let configuration = "scanners:\n  - serial: P1\n    name: blue gun\n    station: intake\n"
        try await DaemonBed.with(configuration: configuration, environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            let list = try await Self.scanners(of: client) { $0.count { $0.state == "reading" } == 2 }
            await client.close()
            let named = Dictionary(uniqueKeysWithValues: list.map { ($0.transport + $0.vendor, $0) })
            let device = try #require(named["keyboard05e0"])
            #expect(device.scanner == "05e0:1200:S1")
            #expect(device.namedBy == "rule")
            #expect(device.station == "05e0:1200:S1")
            #expect(device.layout == "us")
            let keyboard = try #require(named["keyboard046d"])
            #expect(keyboard.namedBy == nil)
            #expect(keyboard.state == "not read")
            #expect(keyboard.station == nil)
            let pos = try #require(named["hid-pos0c2e"])
            #expect(pos.namedBy == "configuration")
            #expect(pos.label == "blue gun")
            #expect(pos.station == "intake")
            #expect(pos.port?.isEmpty == false)
            let run = try await bed.outguide("scanner", "list")
            #expect(run.lines.count == list.count + 1)
            #expect(run.output.contains("nobody"))
        }
        try await scanners.close()
    }

    @Test func aPairedScannerIsReadAtItsStationAndStaysPaired() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("desk", .keyboard, vendor: "046d", product: "c31c")
        try await scanners.plug("gun", .keyboard, vendor: "1a86", product: "0001")
        try await DaemonBed.with(environment: scanners.environment) { bed in
            let pairing = try VirtualScannerChild(
                URL(filePath: try BuiltProduct.path(of: "outguide")),
                ["scanner", "pair", "--station", "counter", "--name", "grey gun", "--quiet"],
                environment: ["OUTGUIDE_SOCKET": bed.socket]
            )
            let text = try #require(await pairing.nextLine())
            #expect(text.hasPrefix("CT99"))
            while try await !scanners.status("gun").isOpen {}
            try await scanners.type("desk", "my password\n")
            try await scanners.type("gun", text + "\n")
            let name = try #require(await pairing.nextLine())
            #expect(name.hasPrefix("1a86:0001@"))
            #expect(await pairing.nextLine() == nil)
            try await scanners.closed("desk")

            let client = DaemonClient(socketPath: bed.socket)
            try await Self.expectReading("nobody's", by: "gun", of: scanners, through: client)
            // What people typed meanwhile is nowhere.
            let readings = try await client.ask(API.Readings.list, query: [Parameter.limit.set(10)]).items
            #expect(readings.map(\.text) == ["nobody's"])
            #expect(readings.first?.scanner == "grey gun")
            #expect(readings.first?.port == name.split(separator: "@").last.map(String.init))
            #expect(try await scanners.status("desk").timesOpened == 1)

            try await bed.kill()
            try await bed.start()
            let kept = try await Self.scanners(of: client) { $0.contains { $0.state == "reading" } }
            #expect(kept.first { $0.scanner == name }?.namedBy == "pairing")
            try await Self.expectReading("somebody's", by: "gun", of: scanners, through: client)

            #expect(try await bed.outguide("scanner", "forget", name).status == 0)
            try await scanners.closed("gun")
            #expect(try await bed.outguide("scanner", "forget", name).status == 3)
            await client.close()
        }
        try await scanners.close()
    }

    /// A scanner that cannot read screens reads the paper.
    @Test func aScannerIsPairedByWhatThePaperSays() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .keyboard, vendor: "1a86", product: "0001", serial: "G1")
        try await PrinterBed.with { printers in
            let environment = scanners.environment.merging(printers.environment) { own, _ in own }
            try await DaemonBed.with(environment: environment) { bed in
                let pairing = try VirtualScannerChild(
                    URL(filePath: try BuiltProduct.path(of: "outguide")),
                    ["scanner", "pair", "--printer", "box203", "--quiet"],
                    environment: ["OUTGUIDE_SOCKET": bed.socket]
                )
                let text = try #require(await pairing.nextLine())
                while try await !scanners.status("gun").isOpen {}
                let document = try #require(try printers.documents(at: "box203").last)
                let page = bed.scratch("page")
                let drawing = ["-r", "203", "-mono", "-singlefile", document, page]
                #expect(try await ChildRun.of("/usr/bin/pdftoppm", drawing).status == 0)
                let paper = try await ChildRun.of("/usr/bin/zbarimg", ["-q", "--nodbus", "--raw", page + ".pbm"]).answer
                #expect(paper == text)
                try await scanners.type("gun", paper + "\n")
                #expect(await pairing.nextLine() == "1a86:0001:G1")
                #expect(await pairing.nextLine() == nil)
            }
        }
        try await scanners.close()
    }

    /// The paper is printed in spite of what the printer says as labels are.
    @Test func thePaperIsPrintedDespiteThePrinter() async throws {
        let scanners = try await VirtualScannerBed()
        try await SocketPrinter.with { printer in
            printer.condition.isWithoutRibbon = true
            let configuration =
                "printers:\n  - name: zebra\n    address: socket://127.0.0.1:\(printer.port)\n"
                + "    resolution: 203\n"
            try await DaemonBed.with(configuration: configuration, environment: scanners.environment) { bed in
                let refused = try await bed.outguide("scanner", "pair", "--printer", "zebra")
                #expect(refused.status == 1)
                #expect(refused.errors.contains("--despite ribbon-empty"), "\(refused.errors)")
                let pairing = try VirtualScannerChild(
                    URL(filePath: try BuiltProduct.path(of: "outguide")),
                    ["scanner", "pair", "--printer", "zebra", "--despite", "ribbon-empty", "--quiet"],
                    environment: ["OUTGUIDE_SOCKET": bed.socket]
                )
                #expect(try #require(await pairing.nextLine()).hasPrefix("CT99"))
                #expect(printer.formats.count == 1)
                await pairing.kill()
                #expect(try await bed.outguide("scanner", "pair", "--despite", "ribbon-empty").status == 64)
            }
        }
        try await scanners.close()
    }

    @Test func aScannerIsJudgedKeyByKey() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .scanner, serial: "S1")
        try await DaemonBed.with(environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            _ = try await Self.scanners(of: client) { $0.contains { $0.state == "reading" } }
            let test = try VirtualScannerChild(
                URL(filePath: try BuiltProduct.path(of: "outguide")),
                ["scanner", "test", "05e0:1200:S1", "--once", "--json"],
                environment: ["OUTGUIDE_SOCKET": bed.socket]
            )
            var events: [ScannerLine] = []
            func next() async throws -> ScannerLine {
                let line = try #require(await test.nextLine())
                events.append(try JSONDecoder().decode(ScannerLine.self, from: Data(line.utf8)))
                return try #require(events.last)
            }
            let first = try await next()
            #expect(first.event == "test")
            let expected = try #require(first.data.expected)
            #expect(try await next().data.kind == "attached")
            // A scanner that plays a German keyboard: its Z is where the US has Y.
            try await scanners.type("gun", expected.replacing("Z", with: "Y") + "\n")
            while try await next().event != "judgement" {}
            #expect(events.contains { $0.data.key == "KEY_Y" && $0.data.text == "Y" })
            let findings = try #require(events.last?.data.findings)
            #expect(events.last?.data.isGood == false)
            #expect(findings.contains { $0.advice?.contains("set layout: de") == true })
            #expect(findings.contains { $0.message == "it ends with enter" })
            #expect(await test.nextLine() == nil)
            // The test barcode itself is no news to the desk.
            try await scanners.type("gun", expected + "\n")
            let reading = try await Self.reading(2, of: client)
            #expect(reading.kind == "set-up")
            await client.close()
            let missing = try await bed.outguide("scanner", "test", "05e0:1200:S9", "--once")
            #expect(missing.status == 3)
        }
        try await scanners.close()
    }

    /// A client that is interrupted leaves no keyboard open, long before anything would be written to it.
    @Test func aPairingEndsWithItsClient() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("desk", .keyboard, vendor: "046d", product: "c31c")
        try await DaemonBed.with(environment: scanners.environment) { bed in
            let pairing = try VirtualScannerChild(
                URL(filePath: try BuiltProduct.path(of: "outguide")),
                ["scanner", "pair", "--quiet"],
                environment: ["OUTGUIDE_SOCKET": bed.socket]
            )
            _ = try #require(await pairing.nextLine())
            while try await !scanners.status("desk").isOpen {}
            await pairing.kill()
            let time = try await ContinuousClock().measure { try await scanners.closed("desk") }
            #expect(time < .seconds(2))
        }
        try await scanners.close()
    }

    @Test func twoTestsOfOneScannerSeeTheSameReading() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .scanner, serial: "S1")
        try await DaemonBed.with(environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            _ = try await Self.scanners(of: client) { $0.contains { $0.state == "reading" } }
            await client.close()
            let tests = try (1...2).map { _ in
                try VirtualScannerChild(
                    URL(filePath: try BuiltProduct.path(of: "outguide")),
                    ["scanner", "test", "05e0:1200:S1", "--once", "--json"],
                    environment: ["OUTGUIDE_SOCKET": bed.socket]
                )
            }
            for test in tests {
                while try !#require(await test.nextLine()).contains("\"attached\"") {}
            }
            try await scanners.type("gun", "A1\n")
            for test in tests {
                while try !#require(await test.nextLine()).contains("\"judgement\"") {}
                #expect(await test.nextLine() == nil)
            }
        }
        try await scanners.close()
    }

    @Test func twoScannersWithOneNameAreReportedEverywhere() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("first", .scanner, serial: "A1B2")
        let configuration = "scanners:\n  - serial: A1B2\n    station: counter\n"
        try await DaemonBed.with(configuration: configuration, environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            _ = try await Self.scanners(of: client) { $0.contains { $0.state == "reading" } }
            try await scanners.plug("second", .scanner, serial: "A1B2")
            let both = try await Self.scanners(of: client) { $0.count { $0.state.hasPrefix("cannot tell") } == 2 }
            #expect(both.map(\.station) == ["counter", "counter"])
            #expect(try await client.ask(API.Status.show).scanners.allSatisfy { $0.state.hasPrefix("cannot tell") })
            await client.close()
            let station = try await bed.outguide("station", "show", "counter", "--json")
            #expect(station.output.contains("cannot tell the scanner from another one"))
            let doctor = try await bed.outguide("doctor", "--json")
            #expect(doctor.output.contains("cannot tell the scanner from another one"))
            let test = try await bed.outguide("scanner", "test", "05e0:1200:A1B2", "--once")
            #expect(test.status == 4)
            let port = try #require(both.first?.port)
            #expect(test.errors.contains("05e0:1200:A1B2@\(port)"))
            #expect(try await !scanners.status("first").isOpen)
        }
        try await scanners.close()
    }

    private struct ScannerLine: Decodable {
        struct Finding: Decodable {
            let isGood: Bool
            let message: String
            let advice: String?
        }

        struct Content: Decodable {
            let expected: String?
            let kind: String?
            let key: String?
            let text: String?
            let isGood: Bool?
            let findings: [Finding]?
        }

        let event: String
        let data: Content
    }

    /// What is plugged in, once `isReady` of it.
    private static func scanners(
        of client: DaemonClient,
        until isReady: ([ScannerDeviceResource]) -> Bool
    ) async throws -> [ScannerDeviceResource] {
        while true {
            let list = try await client.ask(API.Scanners.list).items
            if isReady(list) { return list }
        }
    }

    /// The reading with this number, once it is interpreted.
    private static func reading(_ number: Int64, of client: DaemonClient) async throws -> ReadingResource {
        while true {
            if try await client.ask(API.Status.show).readings ?? 0 >= number {
                let reading = try await client.ask(API.Readings.show, at: String(number))
                if reading.verdict != nil { return reading }
            }
        }
    }

    private static func expectReading(
        _ text: String,
        by device: String,
        of scanners: VirtualScannerBed,
        through client: DaemonClient
    ) async throws {
        try await client.withEvents { events in
            var events = events.makeAsyncIterator()
            try #require(await events.next() == .opened)
            while try await !scanners.status(device).isGrabbed {}
            try await scanners.type(device, text + "\n")
            let outcomes = try await ScannerTests.outcomes(1, from: &events)
            #expect(outcomes.map(\.station) == ["counter"])
            #expect(outcomes.map(\.kind) == ["unknown-barcode"])
        }
    }
}
