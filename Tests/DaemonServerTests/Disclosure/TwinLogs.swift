import Barcodes
import Circulation
import Foundation
import LogEntries
import Stations
import Synchronization
import Testing
import TransferLog
import Vocabulary
import WireResources

@testable import DaemonServer
@testable import DaemonServices
@testable import Safekeeping

/// Two logs, entry by entry of the same length, that differ in concealed things alone: in the one they lie among the things
/// that everybody may know of, in the other each of their entries is about something concealed that lies apart.
///
/// Whatever differs between the two in what somebody receives who may not know of the concealed things discloses one.
struct TwinLogs: Sendable {
    let level: Restriction.Level
    /// Barcodes by short names, the same in both logs; those of concealed things are used in the first alone.
    let codes: [String: String]
    /// The number of the newest entry, and of the newest reading.
    let entries: Int64
    let readings: Int64
    /// When the last thing happened.
    let now: Timestamp
    private let directory: String

    /// Who may not know of the concealed things.
    var audience: [Role] { Role.allCases.filter { !$0.clearance.reaches(level) } }

    /// What nobody of the audience may receive, unless they sent it.
    var marks: [String] { codes.filter { TwinBuilder.isConcealed($0.key) }.map(\.value) + ["Roe", "Zebra"] }

    static func with(_ level: Restriction.Level, _ body: (TwinLogs) async throws -> Void) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        // The station's clock is that of this machine: what is open must not lapse.
        let start = UTCClock.system.now().advanced(bySeconds: -600)
        let first = try await TwinBuilder.build(directory + "/among", level, amongOthers: true, start)
        let second = try await TwinBuilder.build(directory + "/apart", level, amongOthers: false, start)
        try #require(first.entries == second.entries && first.readings == second.readings, "the twins differ in length")
        let shared = first.codes.filter { second.codes[$0.key] == $0.value || TwinBuilder.isConcealed($0.key) }
        try #require(first.codes.count == shared.count, "the twins gave a visible thing two numbers")
        let twins = TwinLogs(
            level: level,
            codes: first.codes,
            entries: first.entries,
            readings: first.readings,
            now: first.now,
            directory: directory
        )
        try await body(twins)
    }

    /// A daemon over a copy of each log, the one with the concealed things among the others first.
    ///
    /// `templates` are directories of label templates, `decoder` is the program that decodes images.
    func open(
        templates: [String] = [],
        decoder: String = "/nonexistent",
        _ body: (DaemonParts, DaemonParts) async throws -> Void
    ) async throws {
        let now = now
        let clock = UTCClock { now }
        let salt = try TwinBuilder.salt()
        let salts: @Sendable () -> Salt = { salt }
        let settings = TwinBuilder.settings
        let (among, apart) = (directory + "/among", directory + "/apart")
        func with(copyOf path: String, _ body: (DaemonParts) async throws -> Void) async throws {
            try await ScratchDaemon.with(
                copyOf: path,
                settings: settings,
                clock: clock,
                salts: salts,
                templates: templates,
                decoder: decoder,
                body
            )
        }
        try await with(copyOf: among) { first in try await with(copyOf: apart) { try await body(first, $0) } }
    }
}

/// Furnishes one of the two logs.
private final class TwinBuilder {
    static let settings = CirculationSettings(loans: ChargeOutTerms(days: 10, limit: 3))
    private static let supervisor = Principal.user(2_000)

    private let circulation: Circulation
    private let level: Restriction.Level
    /// Whether concealed things lie among the others.
    private let isAmongOthers: Bool
    private let ticks: Ticks
    private var codes: [String: String] = [:]
    private var apart = 0
    private let by = Attribution(principal: supervisor)

    static func isConcealed(_ name: String) -> Bool { name.hasPrefix("roe") || name.hasPrefix("zebra") }

    static func salt() throws -> Salt { try #require(Salt([UInt8](repeating: 7, count: Salt.length))) }

    static func build(
        _ path: String,
        _ level: Restriction.Level,
        amongOthers isAmongOthers: Bool,
        _ start: Timestamp
    ) async throws -> (codes: [String: String], entries: Int64, readings: Int64, now: Timestamp) {
        let ticks = Ticks(start)
        let salt = try salt()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let log = try TransferLog(path: path + "/transfer.log.sqlite", clock: ticks.clock, salts: { salt })
        let state = StateDirectory(within: path)
        let checkpoint = [CheckpointFile(path: state.checkpoint)]
        // Makes the key.
        try await CheckpointKeeper(log: log, keys: SigningKeys(directory: state), files: checkpoint).check()
        let circulation = Circulation(log: log, settings: settings)
        let builder = TwinBuilder(circulation, level, isAmongOthers, ticks)
        try await builder.furnish()
        let counts = try await circulation.counts()
        let findings = try await log.verify()
        try #require(findings.problems == [])
        try log.close()
        return (builder.codes, counts.entries, Int64(counts.readings), ticks.now)
    }

    private init(_ circulation: Circulation, _ level: Restriction.Level, _ isAmongOthers: Bool, _ ticks: Ticks) {
        self.circulation = circulation
        self.level = level
        self.isAmongOthers = isAmongOthers
        self.ticks = ticks
    }

    private func furnish() async throws {
        try await furnishVisibleThings()
        try await conceal("pit", as: .container, "Pit", at: nil)
        try await conceal("zebra", as: .container, "Zebra", at: "shelf")
        try await concealThings()
        try await letThingsPassThroughTheBox()
        try await scan()
        try await printLabels()
        try await list()
        if level == .expunged { try await expunge() }
    }

    /// Expunges the concealed items; one on hold stays sealed, and so does what belongs to no person.
    private func expunge() async throws {
        let other = Attribution(principal: .user(2_001))
        let order = try FreeText("26-EX-1")
        for name in codes.keys.sorted() where name.hasPrefix("roe") && !["roeHeld", "roeList"].contains(name) {
            ticks.advance()
            let barcode = try code(name)
            _ = try await circulation.requestExpungement(of: barcode, order: order, reason: order, by: by)
            _ = try await circulation.expunge(barcode, by: other)
        }
    }

    private func furnishVisibleThings() async throws {
        for shelf in ["shelf", "shelf2", "shelf3"] { try await add(shelf, .location) }
        for person in ["ann", "bob"] { try await add(person, .custodian) }
        try await add("box", .container, at: "shelf")
        try await add("box2", .container, at: "shelf")
        try await add("cart", .container, at: "shelf")
        try await add("folder", .item, at: "shelf", home: "shelf")
        try await add("inner", .item, at: "box", home: "box")
        try await add("lent", .item, at: "shelf", home: "shelf")
        try await add("wanted", .item, at: "shelf")
        try await add("held", .item, at: "shelf")
        try await add("loose", .item)
        _ = try await circulation.chargeOut([try code("lent")], to: try code("ann"), by: by)
        _ = try await circulation.hold(try code("held"), order: try FreeText("26-CV-1"), reason: nil, by: by)
        // One more fits, as far as everybody knows.
        let full = EntityChange(conditions: NewConditions(capacity: .set(1)))
        _ = try await circulation.change(try code("shelf2"), full, by: by)
    }

    /// Each of them lies somewhere in the one log, and in the pit in the other.
    private func concealThings() async throws {
        for name in [
            "roeInBox", "roeOnShelf", "roeInCart", "roeLent", "roeWithBob", "roeWanted", "roeAlone", "roeOnItsWay",
            "roeHeld", "roeInZebra", "roeCounted",
        ] {
            try await conceal(name, as: .item, "Matter of Roe", at: nil)
        }
        try await put("roeInBox", "box")
        try await put("roeOnShelf", "shelf2")
        try await put("roeInCart", "cart")
        try await put("roeHeld", "box2")
        try await put("roeInZebra", "zebra")
        try await put("roeCounted", "box")
        let (ann, bob) = (try code("ann"), try code("bob"))
        try await either {
            _ = try await self.circulation.chargeOut([try self.code("roeLent")], to: ann, by: self.by)
        }
        try await either {
            _ = try await self.circulation.chargeOut([try self.code("roeWithBob")], to: bob, by: self.by)
        }
        try await either {
            let way = HandOver(to: ann, stage: .release)
            let thing = try self.code("roeWithBob")
            _ = try await self.circulation.handOver([thing], way, by: self.by)
        }
        try await either {
            let order = try FreeText("26-CR-9")
            _ = try await self.circulation.hold(try self.code("roeHeld"), order: order, reason: nil, by: self.by)
        }
        try await either {
            let hash = try #require(ContentHash(String(repeating: "ab", count: 32)))
            let file = ScannedFile(
                hash: hash,
                bytes: 10,
                mediaType: "image/png",
                pages: [[try self.code("roeInBox")]]
            )
            let folder = DropFolderName("/srv/scans")
            let dropped = DroppedFile(folder: folder, identity: [UInt8](repeating: 1, count: 32))
            let rules = DropFolderRules(separation: .files)
            _ = try await self.circulation.attach(
                file,
                from: dropped,
                arrivedAt: self.ticks.now,
                rules: rules,
                by: self.by
            )
        }
        // What belongs into the concealed box has no home, as far as the audience knows.
        try await add("homeless", .item, at: "shelf", home: isAmongOthers ? "zebra" : nil)
    }

    /// What lay in the concealed box and came out again was nowhere before, as far as the audience knows.
    private func letThingsPassThroughTheBox() async throws {
        try await add("survivor", .item)
        try await put("survivor", "zebra")
        try await move("survivor", "shelf")
        try await add("undone", .item, at: "shelf")
        try await put("undone", "zebra")
        let number = EntryNumber(rawValue: try await circulation.counts().entries)
        _ = try await circulation.correct(number, reason: try FreeText("mistake"), by: by)
    }

    /// A supervisor works at a station, with concealed things and with others.
    private func scan() async throws {
        try await add("carried", .item)
        let other = "roeInZebra"
        try await scan(["shelf", "carried"])
        try await scan(["into"])
        try await scanEither("zebra", "pit")
        try await scanEither("carried", other)
        try await scanEither("undo", "undo")
        try await scan(["end"])
        try await scanEither("roeAlone", "pit")
        try await scan(["verify", "box", "inner", "end-stocktake", "end", "where", "inner"])
    }

    private func printLabels() async throws {
        let names = isAmongOthers ? ["folder", "roeInBox", "inner"] : ["folder", "inner"]
        // Runs are numbered one after the other: both logs have as many.
        for labels in [names, ["roeOnShelf"]] {
            let printing = NewPrinting(labels: .of(try labels.map(code)), template: "box-100x50", printer: "zebra-1")
            _ = try await circulation.begin(printing, by: by)
        }
    }

    private func list() async throws {
        let ann = try code("ann")
        codes["list"] = try await circulation.makePullList(NewPullListItems([try code("wanted")], for: ann), by: by)
            .line.list.barcode.text
        let list = try code("list")
        try await either {
            let want = NewPullListItems([try self.code("roeWanted")], for: ann)
            _ = try await self.circulation.add(want, to: list, by: self.by)
        }
        let sheet = try await circulation.makePullList(NewPullListItems([try code("roeAlone")]), by: by)
        codes["roeList"] = sheet.line.list.barcode.text
    }

    // MARK: The smallest acts

    private func code(_ name: String) throws -> Barcode { try Barcode(parsing: try #require(codes[name], "\(name)")) }

    private func add(_ name: String, _ type: EntityType, at place: String? = nil, home: String? = nil) async throws {
        ticks.advance()
        let new = NewEntity(
            type: type,
            title: try FreeText(name),
            home: try home.map(code),
            parent: try place.map(code)
        )
        codes[name] = try await circulation.register(new, by: by).entity.barcode.text
    }

    /// Registers something with a number that others gave it, and conceals it.
    private func conceal(_ name: String, as type: EntityType, _ title: String, at place: String?) async throws {
        ticks.advance()
        let number = "26-JV-\(1_000 + codes.count)"
        codes[name] = isAmongOthers || name == "pit" ? number : "77-ZZ-\(1_000 + codes.count)"
        let new = NewEntity(type: type, title: try FreeText(isAmongOthers ? title : "Nothing"), barcode: try code(name))
        _ = try await circulation.register(new, by: by)
        let order = try FreeText("26-CR-9")
        let level = min(level, .sealed)
        _ = try await circulation.restrict(try code(name), to: level, order: order, reason: order, by: by)
        if let place { try await put(name, place) }
    }

    private func move(_ name: String, _ place: String) async throws {
        let move = NewMove([try code(name)], to: .place(try code(place)), reason: nil, occurredAt: nil)
        _ = try await circulation.move(move, by: by)
    }

    private func put(_ name: String, _ place: String) async throws {
        try await either { try await self.move(name, place) }
    }

    /// Does `act` in the one log, and writes as many entries about something apart in the other.
    private func either(_ act: () async throws -> Void) async throws {
        ticks.advance()
        guard !isAmongOthers else { return try await act() }
        let title = EntityChange(title: .set(try FreeText("Apart \(apart)")))
        apart += 1
        _ = try await circulation.change(try code("pit"), title, by: by)
    }

    private func scan(_ names: [String]) async throws {
        for name in names { try await scanEither(name, name) }
    }

    private func scanEither(_ among: String, _ apart: String) async throws {
        ticks.advance()
        let name = isAmongOthers ? among : apart
        let command = ControlCommand.allCases.first { $0.word == name }?.barcode?.text
        let reading = Reading(
            bytes: Array(try #require(command ?? codes[name], "\(name)").utf8),
            symbology: nil,
            station: try #require(StationName("desk")),
            scanner: nil,
            principal: Self.supervisor,
            occurredAt: nil
        )
        _ = try await circulation.receive(reading)
    }
}

/// A clock that goes on when it is told to.
private final class Ticks: Sendable {
    private let instant: Mutex<Timestamp>

    init(_ start: Timestamp) { instant = Mutex(start) }

    var now: Timestamp { instant.withLock { $0 } }

    var clock: UTCClock { UTCClock { self.now } }

    func advance() { instant.withLock { $0 = $0.advanced(bySeconds: 1) } }
}
