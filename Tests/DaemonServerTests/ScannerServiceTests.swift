import Barcodes
import Circulation
import Logging
import Scanning
import Stations
import Testing
import TransferLog
import Vocabulary
import Wire

@testable import DaemonServer
@testable import DaemonServices

/// What the reader of scanners tells becomes an outcome of the station, as soon as it is told.
@Suite(.timeLimit(.minutes(1))) struct ScannerServiceTests {
    private static let device = ScannerIdentity(vendor: "05e0", product: "1200", serial: "S1")

    /// A daemon, its scanner service, and a shelf and a box; the shelf is open at the station of the scanner.
    private static func with(
        _ body: (DaemonParts, ScannerService, StationName, _ box: Barcode) async throws -> Void
    ) async throws {
        try await ScratchDaemon.with { parts in
            let clerk = Attribution(principal: .daemon)
            let place = NewEntity(type: .location, title: try FreeText("Shelf"))
            let shelf = try await parts.circulation.register(place, by: clerk).entity.barcode
            let box = try await parts.circulation.register(NewEntity(type: .container), by: clerk).entity.barcode
            let service = ScannerService(
                reader: parts.scanners.reader,
                book: parts.scanners.book,
                circulation: parts.circulation,
                events: parts.events,
                board: parts.board,
                roster: parts.scanners.roster,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            let station = try #require(ScannerStations.station(of: device, named: nil))
            try await service.handle(scan(shelf.text, at: 1_000_000))
            #expect(try await last(at: station, in: parts) == "opened")
            try await body(parts, service, station, box)
        }
    }

    private static func scan(_ text: String, at time: Int64) -> ScannerEvent {
        .scan(
            Scan(scanner: device, name: nil, station: nil, reading: ScanReading(text: text, time: time, ending: .enter))
        )
    }

    /// How the last reading at the station ended.
    private static func last(at station: StationName, in parts: DaemonParts) async throws -> String? {
        try await parts.circulation.station(station, at: UTCClock.system.now()).answered.first?.reply.kind
    }

    /// What the queue could not hold may have been the next shelf: the box goes to none.
    @Test func whatOverflowedClosesWhatIsOpen() async throws {
        try await Self.with { parts, service, station, box in
            let outcomes = try parts.events.subscribe()
            try await service.handle(.overflowed(lost: 3, of: [Self.device]))
            #expect(try await Self.last(at: station, in: parts) == "lost-input")
            var told: [String] = []
            for await event in outcomes {
                if case .outcome(let outcome) = event {
                    told.append(outcome.kind)
                    break
                }
            }
            #expect(told == ["lost-input"])
            try await service.handle(Self.scan(box.text, at: 9_000_000))
            #expect(try await Self.last(at: station, in: parts) == "no-place-open")
        }
    }

    @Test func whatIsRefusedClosesWhatIsOpen() async throws {
        try await Self.with { parts, service, station, box in
            try await service.handle(
                .rejected(RefusedScan(scanner: Self.device, rejection: .eventsDropped, time: 2_000_000))
            )
            #expect(try await Self.last(at: station, in: parts) == "lost-input")
            try await service.handle(Self.scan(box.text, at: 9_000_000))
            #expect(try await Self.last(at: station, in: parts) == "no-place-open")
        }
    }

    /// Of codes that came at once one is not known: none of them is taken.
    @Test func aBurstWithAnUnknownCodeIsRefusedAsAWhole() async throws {
        try await Self.with { parts, service, station, box in
            let scans = ["delivery note", box.text].map { text in
                Scan(
                    scanner: Self.device,
                    name: nil,
                    station: nil,
                    reading: ScanReading(text: text, time: 2_000_000, ending: .enter)
                )
            }
            try await service.handle(.burst(scans))
            #expect(try await Self.last(at: station, in: parts) == "part-of-symbol")
            let readings = try await parts.circulation.readings(before: nil, limit: 10).rows
            #expect(readings.prefix(2).map { $0.outcome?.kind } == ["part-of-symbol", "part-of-symbol"])
            #expect(try await parts.circulation.whereabouts(of: box).placement.word == "unknown")
        }
    }
}
