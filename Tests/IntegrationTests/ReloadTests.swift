import DaemonClient
import Foundation
import TestSupport
import Testing
import Wire

/// The configuration is read anew without a reading being dropped.
@Suite struct ReloadTests {
    @Test func readingsGoOnWhileTheConfigurationIsReadAnew() async throws {
        try await DaemonBed.with { bed in
            #expect(try await bed.outguide("location", "add", "--name", "Shelf 1").status == 0)
            let count = 300
            let input = "LC000000001H\n" + String(repeating: "FD0000000018\nFD0000000026\n", count: count / 2)
            async let scanned = bed.outguide("scan", "--json", input: input)
            for round in 1...10 {
                try await bed.reload(
                    configuration: """
                        contextTimeout: \(600 + round)
                        scanners:
                          - vendor: "05e0"
                            product: "12\(round + 10)"
                        """
                )
            }
            let run = try await scanned
            #expect(run.lines.count == count + 1)
            #expect(run.lines.allSatisfy { !$0.contains("\"refused\"") }, "\(run.output)")
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["readings"] as? Int == count + 1)
            let metrics = try await Self.metrics(bed)
            #expect(metrics.contains("\noutguide_reloads_total 10\n"), "\(metrics)")
            #expect(metrics.contains("\noutguide_reload_failures_total 0\n"))
        }
    }

    @Test func aScannerThatTypesMeanwhileLosesNothing() async throws {
        @Sendable func configuration(_ round: Int) -> String {
            """
            contextTimeout: \(600 + round)
            scanners:
              - vendor: "05e0"
                product: "1200"
                name: counter gun
                station: counter-\(round % 2)
                memory: true
              - vendor: "05e0"
                product: "12\(round + 10)"
            """
        }
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .scanner, serial: "S1")
        try await DaemonBed.with(configuration: configuration(0), environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            let count = 200
            let outcomes = try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                var outcomes: [OutcomeResource] = []
                for round in 1...10 {
                    try await scanners.flood("gun", count: count / 10, "BX0000000014")
                    try await bed.reload(configuration: configuration(round))
                    outcomes += try await ScannerTests.outcomes(count / 10, from: &events)
                }
                return outcomes
            }
            // Each whole, once, and in order, whichever station the scanner belonged to when it came.
            #expect(outcomes.map(\.reading) == Array(1...Int64(count)))
            #expect(
                try await client.ask(API.Readings.list, query: [Parameter.limit.set(count + 1)]).items.allSatisfy {
                    $0.text == "BX0000000014"
                }
            )
            #expect(Set(outcomes.map(\.station)) == ["counter-0", "counter-1"])
            let status = try await client.ask(API.Status.show)
            #expect(status.readings == count && status.lostReadings == 0)
            #expect(try await Self.metrics(bed).contains("\noutguide_reloads_total 10\n"))
            await client.close()
        }
        try await scanners.close()
    }

    @Test func whatCannotChangeIsRefusedAndSaidAndAWrongFileChangesNothing() async throws {
        try await DaemonBed.with(configuration: "registerOnFirstScan: true\n") { bed in
            try await bed.reload(configuration: "registerOnFirstScan: false\nsite: \"07\"\nconnections: 100\n")
            #expect(bed.said.contains("cannot change site while outguided runs: restart it"), "\(bed.said)")
            #expect(bed.said.contains("cannot change connections while outguided runs"))
            let scan = try await bed.outguide("scan", input: "FD0000000018\n")
            #expect(scan.output.contains("refused"), "\(scan.output)")
            let status = try #require(try await bed.json("status") as? [String: Any])
            #expect(status["site"] as? String == "00")

            try await bed.reload(configuration: "registerOnFirstScan: true\nnonsense: 1\n")
            #expect(bed.said.contains("there is no setting nonsense"))
            #expect(try await bed.outguide("scan", input: "FD0000000018\n").output.contains("refused"))
            #expect(try await Self.metrics(bed).contains("\noutguide_reload_failures_total 1\n"))
        }
    }

    private static func metrics(_ bed: DaemonBed) async throws -> String {
        try await ChildRun.of(
            "/usr/bin/curl",
            ["-s", "--unix-socket", bed.socket, "http://localhost/v1/metrics"]
        ).output
    }

    /// A pipe whose writer never comes holds up neither the reload nor the end of the daemon.
    @Test(.timeLimit(.minutes(2))) func aPipeInThePlaceOfTheConfigurationIsRefused() async throws {
        try await DaemonBed.with(configuration: "contextTimeout: 60") { bed in
            let path = bed.scratch("outguided.yaml")
            try FileManager.default.removeItem(atPath: path)
            try #require(mkfifo(path, 0o600) == 0)
            try #require(kill(try #require(bed.processIdentifier), SIGHUP) == 0)
            try await bed.hasSaid("it is a pipe")
            try await bed.reload(configuration: "contextTimeout: 120")
            #expect(try await bed.stop() == 0)
        }
    }

    @Test(.timeLimit(.minutes(2))) func aSocketThatIsRemovedIsMadeAnew() async throws {
        try await DaemonBed.with { bed in
            let before = try await bed.outguide("item", "add", "--title", "Before", "--quiet").answer
            try FileManager.default.removeItem(atPath: bed.socket)
            #expect(try await bed.outguide("status").status == 69)
            try await bed.hasSaid("the socket was removed, and is made anew")
            #expect(try await bed.outguide("item", "show", before).status == 0)
        }
    }
}
