import DaemonClient
import TestSupport
import Testing
import Wire

/// A virtual USB scanner types into the real daemon.
@Suite struct ScannerTests {
    private static let configuration = """
        scanners:
          - vendor: "05e0"
            product: "1200"
            name: counter gun
            station: counter
        """

    @Test func everyReadingArrivesAndOtherKeyboardsAreNeverHeard() async throws {
        let scanners = try await VirtualScannerBed()
        try await DaemonBed.with(configuration: Self.configuration, environment: scanners.environment) { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let boxes = try await Self.boxes(7, in: bed)
            let client = DaemonClient(socketPath: bed.socket)
            let outcomes = try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                try await scanners.plug("gun", .scanner, serial: "S1")
                try await scanners.plug("keyboard", .keyboard, vendor: "046d", product: "c31c")
                try await Self.skip(to: "attached", in: &events)
                #expect(try await scanners.status("gun").isGrabbed)
                // Nobody reads the clerk's own keyboard, on which the same is typed.
                let typed = ([shelf] + boxes).map { $0 + "\n" }.joined()
                #expect(try await scanners.type("keyboard", typed) == false)
                #expect(try await scanners.type("gun", typed))
                return try await Self.outcomes(8, from: &events)
            }
            #expect(outcomes.map(\.barcode) == [shelf] + boxes)
            #expect(outcomes.map(\.reading) == Array(1...8))
            #expect(outcomes.allSatisfy { $0.station == "counter" && $0.verdict == "accepted" })
            #expect(try await scanners.status("keyboard").timesOpened == 0)

            let status = try await client.status()
            #expect(status.readings == 8)
            #expect(status.lostReadings == 0)
            #expect(status.scanners.map(\.scanner) == ["05e0:1200:S1"])
            let box = try #require(boxes.first)
            let entry = try #require(try await client.history(of: box, limit: 1).items.first)
            #expect(entry.scanner == "counter gun")
            #expect(entry.principal == "daemon")
            #expect(try await client.whereabouts(of: box).placement.barcode == shelf)
            await client.close()
        }
        try await scanners.close()
    }

    @Test func plugAndUnplugAreFollowed() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("first", .scanner, serial: "S1")
        try await DaemonBed.with(environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                try await scanners.type("first", "nobody's\n")
                let refused = try await Self.outcomes(1, from: &events)
                #expect(refused.map(\.kind) == ["unknown-barcode"])
                // A gun without a configured station has one of its own.
                #expect(refused.map(\.station) == ["05e0:1200:S1"])

                // Half a barcode is not a reading.
                try await scanners.type("first", "BX00")
                try await scanners.unplug("first")
                try await Self.skip(to: "rejected", in: &events)
                try await Self.skip(to: "detached", in: &events)
                try await scanners.plug("again", .scanner, serial: "S1")
                try await Self.skip(to: "attached", in: &events)
                try await scanners.type("again", "somebody's\n")
                #expect(try await Self.outcomes(1, from: &events).map(\.reading) == [2])
            }
            await client.close()
        }
        try await scanners.close()
    }

    @Test func aGunThatAnotherProgramHasIsToldAndTakenWhenItIsFree() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .keyboard, serial: "S1")
        try await scanners.hold("gun", true)
        try await DaemonBed.with(environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                try await scanners.tag("gun")
                try await Self.skip(to: "failed", in: &events)
                let state = try await client.status().scanners.first?.state
                #expect(state?.contains("cannot have the scanner alone") == true)
                // Without the grab its keys would also go where people type: nothing is read.
                try await scanners.type("gun", "somebody's\n")
                try await scanners.hold("gun", false)
                try await Self.skip(to: "attached", in: &events)
                #expect(try await scanners.status("gun").isGrabbed)
                try await scanners.type("gun", "nobody's\n")
                _ = try await Self.outcomes(1, from: &events)
            }
            #expect(try await client.readings(limit: 5).items.map(\.text) == ["nobody's"])
            await client.close()
        }
        try await scanners.close()
    }

    @Test(arguments: [true, false])
    func aRestartLosesNothingThatWasTyped(isStoppedCleanly: Bool) async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .scanner, serial: "S1")
        try await DaemonBed.with(environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            var typed: [String] = []
            for round in 1...3 {
                try await client.withEvents { events in
                    var events = events.makeAsyncIterator()
                    try #require(await events.next() == .opened)
                    while try await !scanners.status("gun").isGrabbed {}
                    let texts = (1...5).map { "code \(round) \($0)" }
                    try await scanners.type("gun", texts.map { $0 + "\n" }.joined())
                    // A daemon that is killed keeps what it has told of; one that is stopped all that was typed.
                    if !isStoppedCleanly { _ = try await Self.outcomes(5, from: &events) }
                }
                typed += (1...5).map { "code \(round) \($0)" }
                if isStoppedCleanly { try await bed.stop() } else { try await bed.kill() }
                try await scanners.closed("gun")
                try await bed.start()
                let readings = try await client.readings(limit: 100).items
                #expect(readings.reversed().map(\.text) == typed)
                #expect(readings.allSatisfy { $0.kind == "unknown-barcode" })
            }
            await client.close()
        }
        try await scanners.close()
    }

    private static func boxes(_ count: Int, in bed: DaemonBed) async throws -> [String] {
        var boxes: [String] = []
        for _ in 0..<count { boxes.append(try await bed.outguide("container", "add", "--quiet").answer) }
        return boxes
    }
}
