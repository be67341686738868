import Barcodes
import FoundationEssentials
import LogEntries
import Testing
import TransferLog
import Vocabulary

@testable import Circulation
@testable import Stations

/// A small archive with a few stations, and short names for all that can be scanned there.
struct StationWorld {
    let circulation: Circulation
    let log: TransferLog
    /// Barcodes by their short names.
    var codes: [String: String] = [:]
    private var names: [EntityID: String] = [:]
    let admin = Attribution(principal: .user(0))

    static func settings() throws -> CirculationSettings {
        CirculationSettings(
            loans: ChargeOutTerms(
                days: 10,
                limit: 3,
                exceptions: [ChargeOutTerms.Exception(custodian: EntityKind("judge"), limit: 1)]
            ),
            clock: LocalClock(secondsEastOfUTC: 0),
            stations: [
                try name("returns"): StationSettings(location: try Barcode(parsing: "LC000000001H"), returns: true),
                try name("guarded"): StationSettings(needsSignIn: true),
            ],
            functionCodes: ["*IN*": .into]
        )
    }

    static func with(
        settings: CirculationSettings? = nil,
        clock: UTCClock = .system,
        _ body: (StationWorld) async throws -> Void
    ) async throws {
        let directory = FileManager.default.temporaryDirectory.path() + "/outguide-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let log = try TransferLog(path: directory + "/log.sqlite", clock: clock)
        var world = StationWorld(
            circulation: Circulation(log: log, settings: try settings ?? Self.settings()),
            log: log
        )
        try await world.furnish()
        try await body(world)
        try log.close()
    }

    private init(circulation: Circulation, log: TransferLog) {
        self.circulation = circulation
        self.log = log
    }

    private mutating func furnish() async throws {
        try await add("counter", .location)
        try await add("shelf", .location)
        try await add("shelf2", .location)
        try await add("closed", .location)
        try await add("full", .location)
        for person in ["ann", "bob"] { try await add(person, .custodian) }
        try await add("judge", .custodian, kind: "judge")
        for clerk in ["clerk", "clerk2"] { try await add(clerk, .custodian, kind: "clerk") }
        try await add("box", .container, home: "shelf", parent: "shelf")
        try await add("box2", .container)
        try await add("cart", .container, kind: "cart", parent: "shelf")
        try await add("folder", .item, home: "shelf", parent: "shelf")
        try await add("loose", .item)
        try await add("inner", .item, home: "box", parent: "box")
        try await add("inner2", .item, parent: "box")
        try await add("load", .item, parent: "cart")
        try await add("lent", .item, home: "shelf", parent: "shelf")
        try await add("sealed", .item, parent: "shelf")
        try await add("wrapped", .container)
        try await add("wrappedseal", .item, parent: "wrapped")
        try await add("held", .item, parent: "shelf")
        try await add("kept", .item, parent: "shelf")
        try await add("judges", .item, parent: "shelf")
        try await change("closed", NewConditions(isClosed: .set(true)))
        try await change("full", NewConditions(capacity: .set(0)))
        let order = try FreeText("26-CR-7")
        for name in ["sealed", "wrappedseal"] {
            _ = try await circulation.restrict(try barcode(name), to: .sealed, order: order, reason: order, by: admin)
        }
        try await change("kept", NewConditions(rooms: .set([try barcode("shelf")])))
        try await change("judges", NewConditions(roles: .set([try #require(EntityKind("judge"))])))
        _ = try await circulation.hold(try barcode("held"), order: try FreeText("26-CV-1"), reason: nil, by: admin)
        _ = try await circulation.chargeOut([try barcode("lent")], to: try barcode("ann"), by: admin)
        try await furnishPullLists()
        for command in ControlCommand.allCases { codes[command.word] = command.barcode?.text }
        codes["foreign-into"] = "*IN*"
        codes["newbox"] = MintedBarcode(prefix: .container, site: .standard, serial: 900)?.text
        codes["newfolder"] = MintedBarcode(prefix: .item, site: .standard, serial: 900)?.text
        codes["newshelf"] = MintedBarcode(prefix: .location, site: .standard, serial: 900)?.text
        codes["newperson"] = MintedBarcode(prefix: .custodian, site: .standard, serial: 900)?.text
        codes["station"] = MintedBarcode(prefix: .station, site: .standard, serial: 1)?.text
        codes["nocommand"] = MintedBarcode(prefix: .control, site: .standard, serial: 900)?.text
        codes["setup"] = SetUpBarcode.test?.text
        codes["foreign"] = "A-17"
        codes["misread"] = "BX0000000012"
        codes["qr-of-another"] = "]E0BX0000000014"
    }

    /// One list with something for Ann and something for the station, one that cannot be pulled, and a cancelled one.
    private mutating func furnishPullLists() async throws {
        try await add("wanted", .item, parent: "shelf")
        try await add("wanted2", .item, parent: "counter")
        for name in ["list", "heldlist", "dead"] {
            let things = ["list": "wanted", "heldlist": "held"][name] ?? "kept"
            let want = NewPullListItems([try barcode(things)], for: try barcode("ann"))
            codes[name] = try await circulation.makePullList(want, by: admin).line.list.barcode.text
        }
        _ = try await circulation.add(NewPullListItems([try barcode("wanted2")]), to: try barcode("list"), by: admin)
        _ = try await circulation.cancelPullList(try barcode("dead"), by: admin)
        codes["nolist"] = MintedBarcode(prefix: .pullList, site: .standard, serial: 900)?.text
    }

    mutating func add(
        _ name: String,
        _ type: EntityType,
        kind: String? = nil,
        home: String? = nil,
        parent: String? = nil
    ) async throws {
        let new = NewEntity(
            type: type,
            kind: kind.flatMap { EntityKind($0) },
            title: try FreeText(name),
            home: try home.map { try barcode($0) },
            parent: try parent.map { try barcode($0) }
        )
        let entity = try await circulation.register(new, by: admin).entity
        codes[name] = entity.barcode.text
        names[entity.id] = name
    }

    func change(_ name: String, _ conditions: NewConditions) async throws {
        _ = try await circulation.change(try barcode(name), EntityChange(conditions: conditions), by: admin)
    }

    func barcode(_ name: String) throws -> Barcode { try Barcode(parsing: try #require(codes[name])) }

    static func name(_ text: String) throws -> StationName { try #require(StationName(text)) }

    /// Scans what has the short name, or the text itself.
    @discardableResult
    func scan(
        _ name: String,
        at station: String = "desk",
        as circulation: Circulation? = nil,
        occurredAt: Timestamp? = nil
    ) async throws -> ReadingOutcome {
        let reading = Reading(
            bytes: Array((codes[name] ?? name).utf8),
            symbology: nil,
            station: try Self.name(station),
            scanner: nil,
            principal: .user(1000),
            occurredAt: occurredAt
        )
        return try await (circulation ?? self.circulation).receive(reading)
    }

    /// What a station is in the middle of: "here shelf", "+into" for a command, "~folder" for what waits, "@clerk".
    func state(of station: String = "desk") async throws -> String {
        let session = try await log.read { try $0.session(of: SessionName(try Self.name(station))) }
        guard let session else { return "closed" }
        func named(_ id: EntityID?) -> String { id.map { names[$0] ?? "new" } ?? "" }
        var words = [session.context.word]
        if let giver = session.context.giver { words.append(named(giver)) }
        if session.context.place != nil { words.append(named(session.context.place)) }
        if let armed = session.armed { words.append("+\(armed.word)") }
        if session.waiting != nil { words.append("~\(named(session.waiting))") }
        if session.clerk != nil { words.append("@\(named(session.clerk))") }
        return words.joined(separator: " ")
    }

    /// The kinds of the entries after `number`.
    func entries(after number: EntryNumber?) async throws -> [String] {
        try await log.read { view in
            try view.entries(after: number ?? EntryNumber(rawValue: 0), limit: 1_000).map(\.fact.kind)
        }
    }

    func newest() async throws -> EntryNumber? { try await log.read { try $0.newestEntry() } }

    /// Where a thing is by the short names, or the word for being nowhere.
    func place(of name: String) async throws -> String {
        let found = try await circulation.whereabouts(of: try barcode(name))
        return found.place.map { names[$0.id] ?? "new" } ?? found.placement.word
    }
}
