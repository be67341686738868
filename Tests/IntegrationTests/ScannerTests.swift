import DaemonClient
import Foundation
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
    /// The same scanner, known to send the codes that it has stored.
    private static let withMemory = configuration + "\n    memory: true\n"

    @Test func everyReadingArrivesAndOtherKeyboardsAreNeverHeard() async throws {
        let scanners = try await VirtualScannerBed()
        try await DaemonBed.with(configuration: Self.withMemory, environment: scanners.environment) { bed in
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

            let status = try await client.ask(API.Status.show)
            #expect(status.readings == 8)
            #expect(status.lostReadings == 0)
            #expect(status.scanners.map(\.scanner) == ["05e0:1200:S1"])
            let box = try #require(boxes.first)
            let entry = try #require(
                try await client.ask(API.Whereabouts.history, at: box, query: [Parameter.limit.set(1)]).items.first
            )
            #expect(entry.scanner == "counter gun")
            #expect(entry.principal == "daemon")
            #expect(try await client.ask(API.Whereabouts.show, at: box).placement.barcode == shelf)
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
                // A scanner without a configured station has one of its own.
                #expect(refused.map(\.station) == ["05e0:1200:S1"])

                // Half a barcode is not a reading.
                try await scanners.type("first", "BX00")
                try await scanners.unplug("first")
                try await Self.skip(to: "rejected", in: &events)
                #expect(try await Self.outcomes(1, from: &events).map(\.kind) == ["cut-off"])
                try await Self.skip(to: "detached", in: &events)
                try await scanners.plug("again", .scanner, serial: "S1")
                try await Self.skip(to: "attached", in: &events)
                try await scanners.type("again", "somebody's\n")
                #expect(try await Self.outcomes(1, from: &events).map(\.reading) == [3])
            }
            await client.close()
        }
        try await scanners.close()
    }

    @Test func aScannerThatAnotherProgramHasIsToldAndTakenWhenItIsFree() async throws {
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
                let state = try await client.ask(API.Status.show).scanners.first?.state
                #expect(state?.contains("cannot have the scanner alone") == true)
                // Without the grab its keys would also go where people type: nothing is read.
                try await scanners.type("gun", "somebody's\n")
                try await scanners.hold("gun", false)
                try await Self.skip(to: "attached", in: &events)
                #expect(try await scanners.status("gun").isGrabbed)
                try await scanners.type("gun", "nobody's\n")
                _ = try await Self.outcomes(1, from: &events)
            }
            #expect(
                try await client.ask(API.Readings.list, query: [Parameter.limit.set(5)]).items.map(\.text) == [
                    "nobody's"
                ]
            )
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
                let readings = try await client.ask(API.Readings.list, query: [Parameter.limit.set(100)]).items
                #expect(readings.reversed().map(\.text) == typed)
                #expect(readings.allSatisfy { $0.kind == "part-of-symbol" })
            }
            await client.close()
        }
        try await scanners.close()
    }

    /// What a scanner sends when the second of two shelves is scanned and not understood.
    enum Unread: CaseIterable {
        case keysLost, controlKey, unplugged, damaged, brokenText, fragmentLost

        var device: VirtualScannerBed.Kind {
            switch self {
            case .keysLost, .controlKey, .unplugged: .scanner
            case .damaged, .brokenText: .serial
            case .fragmentLost: .pos
            }
        }

        var kind: String {
            switch self {
            case .keysLost: "lost-input"
            case .controlKey: "control-character"
            case .unplugged: "cut-off"
            case .damaged: "control-character"
            case .brokenText: "not-text"
            case .fragmentLost: "lost-input"
            }
        }

        func send(_ shelf: String, to scanners: VirtualScannerBed) async throws {
            let half = String(shelf.prefix(6))
            switch self {
            case .keysLost:
                try await scanners.type("gun", half)
                try await scanners.drop("gun")
                try await scanners.type("gun", shelf.dropFirst(7) + "\n")
            case .controlKey:
                try await scanners.type("gun", half)
                try await scanners.keys("gun", [(code: 1, value: 1), (code: 1, value: 0)])
                try await scanners.type("gun", shelf.dropFirst(6) + "\n")
            case .unplugged:
                try await scanners.type("gun", half)
                try await scanners.unplug("gun")
            case .damaged:
                try await scanners.send("gun", Array((half + "\u{1c}" + shelf.dropFirst(6) + "\r").utf8))
            case .brokenText:
                try await scanners.send("gun", Array(half.utf8) + [0xe4, 0xf6, 13])
            case .fragmentLost:
                try await scanners.send("gun", Self.report(shelf, isContinued: true))
            }
        }

        /// One report of the scanner of the bed.
        static func report(_ text: String, isContinued: Bool = false) -> [UInt8] {
            let data = Array(text.utf8)
            let padding = [UInt8](repeating: 0, count: 56 - data.count)
            return [2, UInt8(data.count), 0, 0, 0] + data + padding + [0, 0, isContinued ? 1 : 0]
        }

        func scan(_ text: String, with scanners: VirtualScannerBed) async throws {
            switch device {
            case .pos: try await scanners.send("gun", Self.report(text))
            case .serial: try await scanners.send("gun", Array((text + "\r").utf8))
            default: try await scanners.type("gun", text + "\n")
            }
        }
    }

    @Test(arguments: Unread.allCases)
    func aShelfThatIsNotUnderstoodIsToldAndTakesTheFormerOneAway(unread: Unread) async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", unread.device, serial: "S1")
        try await DaemonBed.with(configuration: Self.configuration, environment: scanners.environment) { bed in
            let first = try await bed.outguide("location", "add", "--name", "First", "--quiet").answer
            let second = try await bed.outguide("location", "add", "--name", "Second", "--quiet").answer
            let box = try #require(try await Self.boxes(1, in: bed).first)
            let client = DaemonClient(socketPath: bed.socket)
            try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                while try await client.ask(API.Status.show).scanners.first?.state != "reading" {}
                try await unread.scan(first, with: scanners)
                #expect(try await Self.outcomes(1, from: &events).map(\.kind) == ["opened"])
                try await unread.send(second, to: scanners)
                let refused = try #require(try await Self.outcomes(1, from: &events).first)
                #expect(refused.kind == unread.kind)
                #expect(refused.station == "counter")
                if unread == .unplugged {
                    try await scanners.plug("gun", unread.device, serial: "S1")
                    try await Self.skip(to: "attached", in: &events)
                }
                try await scanners.pause()
                if unread == .fragmentLost {
                    // It may be the rest of the one before.
                    try await unread.scan(box, with: scanners)
                    #expect(try await Self.outcomes(1, from: &events).map(\.kind) == ["not-ended"])
                    try await scanners.pause()
                }
                try await unread.scan(box, with: scanners)
                #expect(try await Self.outcomes(1, from: &events).map(\.kind) == ["no-place-open"])
            }
            let screen = try await bed.outguide("station", "show", "counter").output
            #expect(screen.contains("what was open is closed"))
            #expect(try await bed.outguide("reading", "list").output.contains(unread.kind))
            await client.close()
        }
        try await scanners.close()
    }

    /// What a symbol of several lines, or one that is too long for a report, looks like; `BOX` is a box that is known.
    enum Symbol: String, CaseIterable {
        case identified = "]Q1delivery note\rBOX\r"
        case plain = "delivery note\rBOX\r"
        case boxFirst = "BOX\rdelivery note\r"
        case boxes = "BOX\rSHELF\rBOX\r"
        case twoBoxes = "BOX\rBOX\r"
        case oneWord = "PALLET\rBOX\rBOX\r"
        case lineFeed = "4711\nBOX\r"
        case lines = "]d1BOX\r\n4711\r\n"
        case tab = "BOX\tBOX\r"
        case controlInside = "4711\u{1d}10\rBOX\r"
    }

    @Test(arguments: Symbol.allCases)
    func nothingIsDoneByALineOfASymbol(symbol: Symbol) async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .serial, serial: "S1")
        try await DaemonBed.with(configuration: Self.configuration, environment: scanners.environment) { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let box = try #require(try await Self.boxes(1, in: bed).first)
            let client = DaemonClient(socketPath: bed.socket)
            try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                while try await client.ask(API.Status.show).scanners.first?.state != "reading" {}
                try await scanners.send("gun", Array("\(shelf)\r".utf8))
                #expect(try await Self.outcomes(1, from: &events).map(\.kind) == ["opened"])
                try await scanners.pause()
                let text = symbol.rawValue.replacing("BOX", with: box).replacing("SHELF", with: shelf)
                try await scanners.send("gun", Array(text.utf8))
                let refused = try #require(try await Self.outcomes(1, from: &events).first)
                #expect(refused.kind == (symbol == .controlInside ? "control-character" : "part-of-symbol"))
                try await scanners.pause()
                try await scanners.send("gun", Array("]C0\(box)\r".utf8))
                while let last = try await Self.outcomes(1, from: &events).first, last.kind != "no-place-open" {
                    #expect(last.verdict == "refused")
                }
            }
            #expect(try await client.ask(API.Whereabouts.show, at: box).placement.kind == "unknown")
            await client.close()
        }
        try await scanners.close()
    }

    @Test(arguments: [true, false])
    func aMemoryThatIsEmptiedIsTakenCodeByCodeWhereTheSettingSaysSo(hasMemory: Bool) async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", .serial, serial: "S1")
        let configuration = hasMemory ? Self.withMemory : Self.configuration
        try await DaemonBed.with(configuration: configuration, environment: scanners.environment) { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let boxes = try await Self.boxes(6, in: bed)
            let client = DaemonClient(socketPath: bed.socket)
            try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                while try await client.ask(API.Status.show).scanners.first?.state != "reading" {}
                let memory = ([shelf] + boxes).map { $0 + "\r" }.joined()
                try await scanners.send("gun", Array(memory.utf8))
                let outcomes = try await Self.outcomes(7, from: &events)
                if hasMemory {
                    #expect(outcomes.map(\.barcode) == [shelf] + boxes)
                    #expect(outcomes.allSatisfy { $0.verdict == "accepted" })
                } else {
                    // The lines of one symbol look the same: nothing is done, and nothing of it is lost.
                    #expect(outcomes.allSatisfy { $0.kind == "part-of-symbol" })
                    #expect(outcomes.first?.message.contains("memory: true") == true)
                }
            }
            let readings = try await client.ask(API.Readings.list, query: [Parameter.limit.set(10)]).items.reversed()
            #expect(readings.map(\.text) == [shelf] + boxes)
            for box in boxes {
                #expect(
                    try await client.ask(API.Whereabouts.show, at: box).placement.barcode == (hasMemory ? shelf : nil)
                )
            }
            await client.close()
        }
        try await scanners.close()
    }

    /// Of two scanners with one serial number either may be the one that is there after a restart.
    @Test(arguments: [("first", true), ("second", false)])
    func gunsThatCannotBeToldApartStaySoAfterARestart(left: String, isKilled: Bool) async throws {
        let scanners = try await VirtualScannerBed()
        for device in ["first", "second"] { try await scanners.plug(device, .keyboard, serial: "A1B2") }
        let configuration = "scanners:\n  - serial: A1B2\n    station: counter\n"
        try await DaemonBed.with(configuration: configuration, environment: scanners.environment) { bed in
            let client = DaemonClient(socketPath: bed.socket)
            func states() async throws -> [String] { try await client.ask(API.Status.show).scanners.map(\.state) }
            while try await !states().contains(where: { $0.contains("cannot tell the scanner") }) {}
            while !FileManager.default.fileExists(atPath: bed.stateDirectory + "/scanner-doubts.json") {}
            if isKilled { try await bed.kill() } else { try await bed.stop() }
            try await scanners.unplug(left == "first" ? "second" : "first")
            try await bed.start()
            while try await states().isEmpty {}
            #expect(try await states().allSatisfy { $0.contains("cannot tell the scanner") })
            #expect(try await scanners.type(left, "BX000000003Z\n") == false)
            #expect(try await !scanners.status(left).isOpen)
            // The other one comes back: still neither is read.
            try await scanners.plug("again", .keyboard, serial: "A1B2")
            while try await client.ask(API.Scanners.list).items.count < 2 {}
            #expect(try await !scanners.status("again").isOpen)
            #expect(try await client.ask(API.Readings.list, query: [Parameter.limit.set(5)]).items.isEmpty)
            await client.close()
        }
        try await scanners.close()
    }

    /// A code identifier of the maker before each barcode, as a factory preset has it.
    @Test func lettersAroundABarcodeAreASetting() async throws {
        let scanners = try await VirtualScannerBed()
        try await scanners.plug("gun", serial: "S1")
        let configuration = Self.configuration + "\n    prefix: D\n    suffix: \"#\"\n    memory: true\n"
        try await DaemonBed.with(configuration: configuration, environment: scanners.environment) { bed in
            let shelf = try await bed.outguide("location", "add", "--name", "Shelf", "--quiet").answer
            let client = DaemonClient(socketPath: bed.socket)
            try await client.withEvents { events in
                var events = events.makeAsyncIterator()
                try #require(await events.next() == .opened)
                while try await client.ask(API.Status.show).scanners.first?.state != "reading" {}
                try await scanners.type("gun", "D\(shelf)#\n")
                #expect(try await Self.outcomes(1, from: &events).map(\.kind) == ["opened"])
                try await scanners.pause()
                try await scanners.type("gun", "\(shelf)\n")
                let refused = try #require(try await Self.outcomes(1, from: &events).first)
                #expect(refused.kind == "outside-frame")
                #expect(refused.message.contains("the prefix \"D\" and the suffix \"#\""))
            }
            let listed = try #require(try await client.ask(API.Scanners.list).items.first)
            #expect(listed.prefix == "D")
            #expect(listed.suffix == "#")
            #expect(listed.memory)
            #expect(!listed.linear)
            let run = try await bed.outguide("scanner", "list")
            #expect(run.output.contains("prefix D, suffix #, memory"), "\(run.output)")
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
