import Barcodes
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

@Suite struct DoubleReadTests {
    private static let handheld = ScannerDevice(vendor: "05e0", product: "1200", serial: "S1", port: "usb-1")
    private static let other = ScannerDevice(vendor: "05e0", product: "1200", serial: "S2", port: "usb-1")

    private static func reading(
        _ text: String,
        milliseconds: Int64,
        since previous: Int64? = nil,
        by device: ScannerDevice? = handheld,
        through transport: ReadingTransport = .keyboard,
        at station: String = "desk"
    ) throws -> Reading {
        Reading(
            bytes: Array(text.utf8),
            symbology: nil,
            station: try #require(StationName(station)),
            scanner: nil,
            principal: .daemon,
            occurredAt: Timestamp(clamping: 1_000_000_000_000 + milliseconds * 1_000),
            sincePrevious: previous.map { $0 * 1_000 },
            origin: ReadingOrigin(transport: transport, device: device, ending: .enter)
        )
    }

    private static func stored(_ reading: Reading, _ number: Int64) throws -> StoredReading {
        let time = try #require(reading.occurredAt)
        return StoredReading(
            number: ReadingNumber(rawValue: number),
            reading: reading,
            occurredAt: time,
            recordedAt: time
        )
    }

    @Test(arguments: [(0, true), (999, true), (1_000, true), (1_001, false), (-1, false)])
    func theWindowDecides(milliseconds: Int64, isRepeated: Bool) throws {
        let first = try Self.stored(Self.reading("BX", milliseconds: 0), 1)
        let second = try Self.stored(Self.reading("BX", milliseconds: milliseconds), 2)
        #expect(DoubleReadRule.repeats(second, first, within: 1_000) == isRepeated)
        #expect(!DoubleReadRule.repeats(second, first, within: 0))
        #expect(!DoubleReadRule.repeats(second, nil, within: 1_000))
    }

    /// A clock that is set between two readings makes them neither one nor two.
    @Test(arguments: [(-3_600_000, 300, true), (3_600_000, 300, true), (0, 1_500, false), (500, 1_001, false)])
    func aClockThatIsSetHasNoSay(milliseconds: Int64, since: Int64, isRepeated: Bool) throws {
        let first = try Self.stored(Self.reading("BX", milliseconds: 0), 1)
        let second = try Self.stored(Self.reading("BX", milliseconds: milliseconds, since: since), 2)
        #expect(DoubleReadRule.repeats(second, first, within: 1_000) == isRepeated)
    }

    @Test func whatWasRefusedUnreadIsScannedAgainAtOnce() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let refusal = Refusal(.partOfSymbol, "cannot use the reading")
            _ = try await scratch.circulation.refuse(Self.reading(shelf.text, milliseconds: 0), because: refusal)
            let again = try await scratch.circulation.receive(Self.reading(shelf.text, milliseconds: 100, since: 100))
            #expect(again.kind == "opened")
        }
    }

    @Test func onlyTheSameCodeOfTheSameLiveScannerAtTheSameStationRepeats() throws {
        let first = try Self.stored(Self.reading("BX", milliseconds: 0), 1)
        let others = [
            try Self.reading("BY", milliseconds: 1), try Self.reading("BX", milliseconds: 1, by: Self.other),
            try Self.reading("BX", milliseconds: 1, by: nil, through: .socket),
            try Self.reading("BX", milliseconds: 1, through: .file), try Self.reading("BX", milliseconds: 1, at: "x"),
        ]
        for reading in others {
            #expect(!DoubleReadRule.repeats(try Self.stored(reading, 2), first, within: 1_000), "\(reading)")
        }
        // The two interfaces of one scanner are one scanner.
        let twin = try Self.stored(Self.reading("BX", milliseconds: 1, through: .pointOfSale), 2)
        #expect(DoubleReadRule.repeats(twin, first, within: 1_000))
    }

    @Test func aRepetitionIsStoredAndToldAndNotActedOn() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            let into = try #require(ControlCommand.into.barcode)
            let box = try await scratch.add(.container, "Box")
            var kinds: [String] = []
            // The second "into" would do no harm, but the second box would be put into itself.
            for (text, time) in [
                (shelf.text, 0), (into.text, 500), (into.text, 900), (box.text, 2_000), (box.text, 2_300),
                (box.text, 2_600), (box.text, 9_000),
            ] {
                let outcome = try await scratch.circulation.receive(
                    Self.reading(text, milliseconds: Int64(time))
                )
                kinds.append(outcome.kind)
                #expect((outcome.kind == "double-read") == (outcome.verdict == .attention))
            }
            #expect(
                kinds == ["opened", "armed", "double-read", "opened", "double-read", "double-read", "into-itself"]
            )
            let lines = try await scratch.circulation.readings(before: nil, limit: 10)
            #expect(lines.map { $0.outcome?.kind } == kinds.reversed())
            #expect(lines.allSatisfy { $0.stored.reading.origin?.device == Self.handheld })
        }
    }

    @Test func twoScannersAtOneDeskDoNotRepeatEachOther() async throws {
        try await ScratchCirculation.with { scratch in
            let shelf = try await scratch.add(.location, "Shelf")
            for (step, handheld) in [Self.handheld, Self.other, Self.handheld, Self.other].enumerated() {
                let reading = try Self.reading(shelf.text, milliseconds: Int64(step) * 10, by: handheld)
                let outcome = try await scratch.circulation.receive(reading)
                #expect(outcome.kind == (step < 2 ? "opened" : "double-read"))
            }
        }
    }
}
