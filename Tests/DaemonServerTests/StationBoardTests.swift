import Barcodes
import Circulation
import Intake
import Localization
import Logging
import Printing
import Stations
import Synchronization
import Testing
import TransferLog
import Vocabulary
import Wire
import WireResources

@testable import DaemonServer
@testable import DaemonServices

/// What screens are told about stations.
@Suite struct StationBoardTests {
    @Test func aReadingAndALapseAreTold() async throws {
        // It stands still until the shelf was told to be open.
        let start = UTCClock.system.now()
        let later = Mutex(0)
        let clock = UTCClock { start.advanced(bySeconds: later.withLock { $0 }) }
        try await ScratchDaemon.with(settings: CirculationSettings(contextTimeout: 1)) { parts in
            let admin = Attribution(principal: .user(0))
            let name = try FreeText("Shelf 3")
            let shelf = try await parts.circulation.register(NewEntity(type: .location, title: name), by: admin).entity
            let board = StationBoard(
                circulation: parts.circulation,
                events: parts.events,
                roster: parts.scanners.roster,
                work: parts.stationWork,
                supplies: parts.printing.supplies,
                folders: parts.intake.folders,
                clock: clock
            )
            let events = try parts.events.subscribe()
            let service = Task {
                try await StationService(
                    circulation: parts.circulation,
                    board: board,
                    work: parts.stationWork,
                    clock: clock,
                    logger: Logger(label: "stations")
                ).run()
            }
            defer { service.cancel() }
            let reading = Reading(
                bytes: Array(shelf.barcode.text.utf8),
                symbology: nil,
                station: try #require(StationName("desk")),
                scanner: nil,
                principal: .daemon,
                occurredAt: nil
            )
            await board.tell(try await parts.circulation.receive(reading))
            var told: [String] = []
            for await event in events {
                switch event {
                case .outcome(let outcome): told.append("outcome \(outcome.kind)")
                case .station(let state):
                    let station = StationResource(state, in: .english(.plain))
                    told.append("\(station.context.state) \(station.context.name ?? "-")")
                default: break
                }
                if told.last?.hasPrefix("here") == true { later.withLock { $0 = 3_600 } }
                if told.last?.hasPrefix("closed") == true { break }
            }
            #expect(told == ["outcome opened", "here Shelf 3", "closed -"])
        }
    }

    @Test func paperThatNobodyPrintsIsRefusedRatherThanPiledUp() throws {
        let work = StationWork()
        let job = StationWork.Job(
            paper: .label(try Barcode(parsing: "BX0000000014")),
            station: try #require(StationName("desk")),
            reading: ReadingNumber(rawValue: 1)
        )
        for _ in 0..<StationWork.longestQueue { #expect(work.add(job)) }
        #expect(!work.add(job))
        #expect(job.outcome(Message(verbatim: "cannot print")).kind == "not-printed")
    }
}
