import Barcodes
import Localization
import Testing
import Vocabulary

@testable import Circulation
@testable import Stations

/// The grammar of scanning as a table: what is open, what waits, what is scanned, what happens.
@Suite struct StationGrammarTests {
    static let instant = Timestamp(clamping: 1_700_000_000_000_000)

    static func entity(_ id: Int64, _ type: EntityType, kind: EntityKind? = nil) throws -> Entity {
        let minted = try #require(MintedBarcode(prefix: type.prefix, site: .standard, serial: Int(id)))
        return Entity(
            id: EntityID(rawValue: id),
            type: type,
            kind: kind ?? type.standardKind,
            barcode: Barcode(minted),
            title: nil,
            home: nil,
            parent: nil
        )
    }

    static func unknown(_ prefix: BarcodePrefix) throws -> Scanned {
        .unknown(Barcode(try #require(MintedBarcode(prefix: prefix, site: .standard, serial: 77))))
    }

    /// What a clerk reads of a number that is not known has the number as it is printed.
    @Test(arguments: BarcodePrefix.allCases)
    func refusalsNameTheNumberAsItIsPrinted(prefix: BarcodePrefix) async throws {
        try await ScratchCirculation.with { scratch in
            let unknown = try #require(MintedBarcode(prefix: prefix, site: .standard, serial: 77))
            let outcome = try await scratch.scan(unknown.text)
            #expect(!outcome.message.english.contains("MintedBarcode("), "\(outcome.message.english)")
            #expect(outcome.message.english.contains(unknown.text), "\(outcome.message.english)")
        }
    }

    /// A word for an act, so that the table can be read.
    static func word(_ act: StationAct) -> String {
        switch act {
        case .opened(let entity): "open \(entity.id)"
        case .registeredAndOpened(let minted, _): "register and open \(minted.prefix.rawValue)"
        case .armed(let command): "await \(command.word)"
        case .closed: "close"
        case .moved(let entity, let to): "move \(entity.id) to \(to.word) \(to.place?.description ?? "-")"
        case .registered(let minted, _, let to):
            "register \(minted.prefix.rawValue) at \(to.map { "\($0.word) \($0.place?.description ?? "-")" } ?? "nowhere")"
        case .handing(let giver, let taker): "hand over from \(giver) to \(taker.id)"
        case .sending(let recipient): "send to \(recipient?.description ?? "-")"
        case .signedIn(let clerk): "sign in \(clerk.id)"
        case .signedOut: "sign out"
        case .returned(let thing, let place): "return \(thing.id) to \(place.id)"
        case .awaited(let thing): "wait for the home of \(thing.id)"
        case .refiled(let thing, let place): "refile \(thing.id) at \(place.id)"
        case .strayed(let thing, let place): "open \(place.id), not the home of \(thing.id)"
        case .dropped(let cart, let place): "drop \(cart) at \(place.id)"
        case .located(let thing): "locate \(thing.id)"
        case .reprinted(let thing): "print \(thing.id)"
        case .undone: "undo"
        case .runUndone: "undo the run"
        case .mode(let act):
            switch act.effect {
            case .none: "act in the mode"
            case .opens(let context): "begin \(context.word) \(context.place?.description ?? "-")"
            case .arms(let command): "report, then await \(command.word)"
            case .closes: "end the mode"
            }
        case .setUp: "set up"
        case .refused(let refusal): "refuse \(refusal.kind.rawValue)"
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let context: StationContext
        let armed: ControlCommand?
        let scanned: @Sendable () throws -> Scanned
        let act: String
        let then: StationContext
        let thenArmed: ControlCommand?
        let name: String
        var testDescription: String { "\(context.word) \(armed?.word ?? "-") + \(name)" }

        init(
            _ context: StationContext,
            _ armed: ControlCommand?,
            _ name: String,
            _ act: String,
            _ then: StationContext,
            _ thenArmed: ControlCommand? = nil,
            scanned: @escaping @Sendable () throws -> Scanned
        ) {
            self.context = context
            self.armed = armed
            self.scanned = scanned
            self.act = act
            self.then = then
            self.thenArmed = thenArmed
            self.name = name
        }
    }

    static let here = StationContext.here(EntityID(rawValue: 100))
    static let into = StationContext.into(EntityID(rawValue: 200))
    static let with = StationContext.with(EntityID(rawValue: 300))
    static let counting = StationContext.mode("counting", place: EntityID(rawValue: 100))
    static let pulling = StationContext.mode("pulling", list: PullListID(rawValue: 400))
    static let shelf = StationContext.here(EntityID(rawValue: 1))
    static let box = StationContext.into(EntityID(rawValue: 2))
    static let cart = StationContext.into(EntityID(rawValue: 4))

    static let scans: [String: @Sendable () throws -> Scanned] = [
        "shelf": { .known(try entity(1, .location)) }, "box": { .known(try entity(2, .container)) },
        "folder": { .known(try entity(3, .item)) }, "cart": { .known(try entity(4, .container, kind: .cart)) },
        "person": { .known(try entity(5, .custodian)) }, "put": { .control(.put) }, "into": { .control(.into) },
        "end": { .control(.end) }, "end stocktake": { .control(.endStocktake) }, "confirm": { .control(.confirm) },
        "not found": { .control(.notFound) }, "new box": { try unknown(.container) },
        "new folder": { try unknown(.item) },
        "new shelf": { try unknown(.location) }, "new person": { try unknown(.custodian) },
        "station": { try unknown(.station) }, "new control": { try unknown(.control) },
        "foreign": { .unknown(try Barcode(parsing: "A-17")) },
    ]

    static let rows: [Row] = table.compactMap { context, armed, name, act, then, thenArmed in
        scans[name].map { Row(context, armed, name, act, then, thenArmed, scanned: $0) }
    }

    static let table: [(StationContext, ControlCommand?, String, String, StationContext, ControlCommand?)] = [
        // Nothing is open.
        (.closed, nil, "shelf", "open 1", shelf, nil),
        (.closed, nil, "person", "open 5", .with(EntityID(rawValue: 5)), nil),
        (.closed, nil, "box", "refuse no-place-open", .closed, nil),
        (.closed, nil, "folder", "refuse no-place-open", .closed, nil),
        (.closed, nil, "cart", "open 4", cart, nil),
        (.closed, nil, "put", "await put", .closed, .put),
        (.closed, nil, "into", "await into", .closed, .into),
        (.closed, nil, "end", "close", .closed, nil),
        (.closed, nil, "new box", "register BX at nowhere", .closed, nil),
        (.closed, nil, "new folder", "register FD at nowhere", .closed, nil),
        (.closed, nil, "new shelf", "refuse unknown-location", .closed, nil),
        (.closed, nil, "new person", "refuse unknown-barcode", .closed, nil),
        (.closed, nil, "station", "refuse unexpected-station", .closed, nil),
        (.closed, nil, "new control", "refuse unknown-control", .closed, nil),
        (.closed, nil, "foreign", "refuse unknown-barcode", .closed, nil),
        // A shelf is open.
        (here, nil, "shelf", "open 1", shelf, nil),
        (here, nil, "box", "move 2 to location 100", here, nil),
        (here, nil, "folder", "move 3 to location 100", here, nil),
        (here, nil, "cart", "open 4", cart, nil),
        (here, nil, "new box", "register BX at location 100", here, nil),
        (here, nil, "new folder", "register FD at location 100", here, nil),
        (here, nil, "new shelf", "refuse unknown-location", .closed, nil),
        (here, nil, "foreign", "refuse unknown-barcode", .closed, nil),
        (here, nil, "end", "close", .closed, nil),
        (here, nil, "into", "await into", here, .into),
        (here, nil, "put", "await put", here, .put),
        // "Into" waits for the container to fill.
        (here, .into, "box", "open 2", box, nil),
        (here, .into, "cart", "open 4", cart, nil),
        (here, .into, "folder", "refuse not-a-place", .closed, nil),
        (here, .into, "shelf", "open 1", shelf, nil),
        (here, .into, "new box", "register and open BX", here, nil),
        (here, .into, "new folder", "refuse not-a-place", .closed, nil),
        (here, .into, "put", "await put", here, .put),
        (here, .into, "end", "close", .closed, nil),
        (here, .into, "foreign", "refuse unknown-barcode", .closed, nil),
        // "Put" moves even what would open itself.
        (here, .put, "cart", "move 4 to location 100", here, nil),
        (here, .put, "box", "move 2 to location 100", here, nil),
        (here, .put, "shelf", "open 1", shelf, .put),
        (.closed, .put, "cart", "refuse no-place-open", .closed, nil),
        // A container is open.
        (into, nil, "folder", "move 3 to container 200", into, nil),
        (into, nil, "box", "move 2 to container 200", into, nil),
        (into, nil, "new folder", "register FD at container 200", into, nil),
        (into, nil, "shelf", "open 1", shelf, nil),
        (into, .into, "box", "open 2", box, nil),
        // A person is open.
        (with, nil, "folder", "move 3 to custodian 300", with, nil),
        (with, nil, "shelf", "open 1", shelf, nil),
        (with, nil, "end", "close", .closed, nil),
        // A mode is open, or opens.
        (.closed, .startStocktake, "shelf", "begin counting 1", .mode("counting", place: EntityID(rawValue: 1)), nil),
        (.closed, .verify, "box", "begin counting 2", .mode("counting", place: EntityID(rawValue: 2)), nil),
        (.closed, .verify, "shelf", "refuse not-a-container", .closed, nil),
        (counting, nil, "folder", "act in the mode", counting, nil),
        (counting, nil, "foreign", "act in the mode", counting, nil),
        (counting, nil, "shelf", "refuse count-open", counting, nil),
        (counting, nil, "into", "refuse count-open", counting, nil),
        (counting, nil, "end stocktake", "report, then await confirm", counting, .confirm),
        (counting, .confirm, "confirm", "end the mode", .closed, nil),
        (counting, nil, "end", "close", .closed, nil),
        (.closed, nil, "confirm", "refuse nothing-to-confirm", .closed, nil),
        (pulling, nil, "folder", "act in the mode", pulling, nil),
        (pulling, nil, "foreign", "refuse not-on-list", .closed, nil),
        (pulling, nil, "shelf", "open 1", shelf, nil),
        (pulling, nil, "not found", "await not-found", pulling, .notFound),
        (pulling, .notFound, "folder", "act in the mode", pulling, nil),
        (pulling, nil, "end", "end the mode", .closed, nil),
        (here, nil, "not found", "refuse no-list-open", .closed, nil),
    ]

    @Test func theTableIsWhole() { #expect(Self.rows.count == Self.table.count) }

    @Test(arguments: rows) func row(_ row: Row) throws {
        let session = StationSession(context: row.context, armed: row.armed, touchedAt: Self.instant)
        let (next, act) = StationGrammar.step(
            session,
            scanned: try row.scanned(),
            at: Self.instant,
            settings: CirculationSettings()
        )
        #expect(Self.word(act) == row.act)
        #expect(next.context == row.then)
        #expect(next.armed == row.thenArmed)
    }

    @Test func anIdleShelfIsClosed() throws {
        let session = StationSession(context: Self.here, armed: .put, touchedAt: Self.instant)
        let box = Scanned.known(try Self.entity(2, .container))
        let settings = CirculationSettings(contextTimeout: 60)
        let intime = StationGrammar.step(
            session,
            scanned: box,
            at: Self.instant.advanced(bySeconds: 60),
            settings: settings
        )
        #expect(Self.word(intime.act) == "move 2 to location 100")
        let late = StationGrammar.step(
            session,
            scanned: box,
            at: Self.instant.advanced(bySeconds: 61),
            settings: settings
        )
        #expect(Self.word(late.act) == "refuse no-place-open")
        #expect(late.session.context == .closed)
    }

    @Test func firstScanRegistersOnlyWhereTheSiteWantsIt() throws {
        let session = StationSession(context: Self.here, armed: nil, touchedAt: Self.instant)
        let settings = CirculationSettings(registersOnFirstScan: false)
        let act = StationGrammar.step(
            session,
            scanned: try Self.unknown(.container),
            at: Self.instant,
            settings: settings
        ).act
        #expect(Self.word(act) == "refuse unknown-barcode")
    }
}
