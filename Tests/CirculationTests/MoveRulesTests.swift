import Barcodes
import Testing
import TransferLog
import Vocabulary

@testable import Circulation

/// The rules as a table: one thing is otherwise in each row, and one answer follows.
@Suite struct MoveRulesTests {
    static func entity(_ id: Int64, _ type: EntityType, kind: String? = nil) throws -> Entity {
        let minted = try #require(MintedBarcode(prefix: type.prefix, site: .standard, serial: Int(id)))
        return Entity(
            id: EntityID(rawValue: id),
            type: type,
            kind: kind.flatMap { EntityKind($0) } ?? type.standardKind,
            barcode: Barcode(minted),
            title: "name \(id)",
            home: nil,
            parent: nil
        )
    }

    static func around(_ entity: Entity, _ conditions: Conditions = .none) -> MoveContext.EnclosingPlace {
        MoveContext.EnclosingPlace(entity: entity, conditions: conditions)
    }

    /// A folder on shelf 1 that goes to shelf 2 in room 3.
    static func toShelf() throws -> MoveContext {
        let shelf = try entity(2, .location)
        var act = MoveContext(
            subject: try entity(10, .item),
            origin: .location(EntityID(rawValue: 1)),
            destination: .location(shelf.id),
            place: shelf
        )
        act.around = [around(shelf), around(try entity(3, .location))]
        return act
    }

    /// The same folder that goes to person 5.
    static func toPerson() throws -> MoveContext {
        let person = try entity(5, .custodian)
        var act = MoveContext(
            subject: try entity(10, .item),
            origin: .location(EntityID(rawValue: 1)),
            destination: .custodian(person.id),
            place: person
        )
        act.around = [around(person)]
        return act
    }

    static func bind(
        _ act: inout MoveContext,
        _ conditions: Conditions = .none,
        isHeld: Bool = false,
        isSealed: Bool = false,
        isHidden: Bool = false,
        id: Int64 = 10
    ) {
        act.bound = [
            Constraint(
                entity: EntityID(rawValue: id),
                barcode: "FD\(id)",
                conditions: conditions,
                isHeld: isHeld,
                isSealed: isSealed,
                isHidden: isHidden
            )
        ]
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let answer: String
        let act: @Sendable () throws -> MoveContext
        var testDescription: String { name }
    }

    static func row(
        _ name: String,
        _ base: @escaping @Sendable () throws -> MoveContext,
        _ answer: String,
        _ change: @escaping @Sendable (inout MoveContext) throws -> Void = { _ in }
    ) -> Row {
        Row(name: name, answer: answer) {
            var act = try base()
            try change(&act)
            return act
        }
    }

    static let rows: [Row] = [
        row("to a shelf", toShelf, "allowed"), row("to a person", toPerson, "allowed"),
        row("a location", toShelf, "not-movable") { $0.subject = try entity(9, .location) },
        row("a person", toShelf, "not-movable") { $0.subject = try entity(9, .custodian) },
        row("disposed", toShelf, "item-disposed") { $0.origin = .disposed },
        row("there already", toShelf, "already there") { $0.origin = $0.destination },
        row("there already, on a closed shelf", toShelf, "already there") { act in
            act.origin = act.destination
            act.around[0] = around(try entity(2, .location), Conditions(isClosed: true))
        },
        row("into itself", toShelf, "into-itself") { act in
            act.place = act.subject
            act.around = [around(act.subject)]
        },
        row("into what is inside it", toShelf, "into-itself") { act in
            let inner = try entity(11, .container)
            act.place = inner
            act.around = [around(inner), around(act.subject)]
        },
        row("a closed shelf", toShelf, "location-closed") {
            $0.around[0] = around(try entity(2, .location), Conditions(isClosed: true))
        },
        row("a shelf in a closed room", toShelf, "location-closed") {
            $0.around[1] = around(try entity(3, .location), Conditions(isClosed: true))
        },
        row("a full shelf", toShelf, "location-full") { act in
            act.around[0] = around(try entity(2, .location), Conditions(capacity: 4))
            act.occupancy = 4
        },
        row("a shelf with room for one", toShelf, "allowed") { act in
            act.around[0] = around(try entity(2, .location), Conditions(capacity: 4))
            act.occupancy = 3
        },
        row("a full room does not count for its shelf", toShelf, "allowed") { act in
            act.around[1] = around(try entity(3, .location), Conditions(capacity: 0))
        },
        row("with another", toPerson, "charged-out-to-another") { $0.holder = try entity(6, .custodian) },
        row("handed over by who has it", toPerson, "allowed") { act in
            act.holder = try entity(6, .custodian)
            act.giver = EntityID(rawValue: 6)
        },
        row("handed over by somebody else", toPerson, "charged-out-to-another") { act in
            act.holder = try entity(6, .custodian)
            act.giver = EntityID(rawValue: 7)
        },
        row("moved there in so many words", toPerson, "allowed") { act in
            act.holder = try entity(6, .custodian)
            act.isStated = true
        },
        row("returned by whoever has it", toShelf, "allowed") { $0.holder = try entity(6, .custodian) },
        row("on its way to another", toPerson, "for-another") { act in
            act.origin = .inTransit
            act.recipient = try entity(6, .custodian)
        },
        row("on its way to this one", toPerson, "allowed") { act in
            act.origin = .inTransit
            act.recipient = act.place
        },
        row("on its way to another, taken back", toShelf, "allowed") { act in
            act.origin = .inTransit
            act.recipient = try entity(6, .custodian)
        },
        row("held, to a person", toPerson, "item-held") { bind(&$0, isHeld: true) },
        row("held, to a shelf", toShelf, "allowed") { bind(&$0, isHeld: true) },
        row("held, disposed of", toShelf, "item-held") { act in
            act.destination = .disposed
            (act.place, act.around) = (nil, [])
            bind(&act, isHeld: true)
        },
        row("held, sent away", toShelf, "item-held") { act in
            act.destination = .inTransit
            (act.place, act.around) = (nil, [])
            bind(&act, isHeld: true)
        },
        row("in a held box, to a person", toPerson, "item-held") { $0.heldOutside = try entity(20, .container) },
        row("something held is in it", toPerson, "item-held") { bind(&$0, isHeld: true, id: 77) },
        row("sealed, to a person", toPerson, "allowed") { bind(&$0, isSealed: true) },
        row("something sealed is in it", toPerson, "item-sealed") { bind(&$0, isSealed: true, id: 77) },
        row("something sealed is in it, to a shelf", toShelf, "allowed") { bind(&$0, isSealed: true, id: 77) },
        row("something concealed is in it", toPerson, "needs-supervisor") {
            bind(&$0, isSealed: true, isHidden: true, id: 77)
        },
        row("something concealed and held is in it", toPerson, "needs-supervisor") {
            bind(&$0, isHeld: true, isHidden: true, id: 77)
        },
        row("something concealed is in it, for another room", toShelf, "needs-supervisor") {
            bind(&$0, Conditions(rooms: [EntityID(rawValue: 4)]), isHidden: true, id: 77)
        },
        row("something concealed is in it, for judges alone", toPerson, "needs-supervisor") {
            bind(&$0, Conditions(roles: [try #require(EntityKind("judge"))]), isHidden: true, id: 77)
        },
        row("something concealed is in it, disposed of", toShelf, "needs-supervisor") { act in
            act.destination = .disposed
            (act.place, act.around) = (nil, [])
            bind(&act, isSealed: true, isHidden: true, id: 77)
        },
        row("for judges alone", toPerson, "role-restricted") {
            bind(&$0, Conditions(roles: [try #require(EntityKind("judge"))]))
        },
        row("for judges alone, to a judge", toPerson, "allowed") { act in
            let judge = try entity(5, .custodian, kind: "judge")
            act.place = judge
            act.around = [around(judge)]
            bind(&act, Conditions(roles: [judge.kind]))
        },
        row("for judges alone, to a shelf", toShelf, "allowed") {
            bind(&$0, Conditions(roles: [try #require(EntityKind("judge"))]))
        },
        row("within another room", toShelf, "room-restricted") {
            bind(&$0, Conditions(rooms: [EntityID(rawValue: 4)]))
        },
        row("within this room", toShelf, "allowed") { bind(&$0, Conditions(rooms: [EntityID(rawValue: 3)])) },
        row("something in it is for another room", toShelf, "room-restricted") {
            bind(&$0, Conditions(rooms: [EntityID(rawValue: 4)]), id: 77)
        },
        row("one too many", toPerson, "loan-limit") { act in
            act.chargeOutLimit = 2
            act.chargeOuts = 2
        },
        row("the last one", toPerson, "allowed") { act in
            act.chargeOutLimit = 2
            act.chargeOuts = 1
        },
        row("what happened long ago", toShelf, "allowed") { act in
            act.isHistory = true
            act.around[0] = around(try entity(2, .location), Conditions(isClosed: true))
        },
        row("a box into boxes in one another without end", toShelf, "nested-too-deep") { act in
            act.subject = try entity(9, .container)
            act.place = try entity(20, .container)
            act.destination = .container(EntityID(rawValue: 20))
            act.around = try (20...40).map { around(try entity($0, .container)) }
            (act.depthWithin, act.shownDepthWithin) = (Nesting.mostContainers - 20, Nesting.mostContainers - 20)
        },
        row("the same with boxes that are concealed", toShelf, "needs-supervisor") { act in
            act.subject = try entity(9, .container)
            act.place = try entity(20, .container)
            act.destination = .container(EntityID(rawValue: 20))
            act.around = try (20...40).map { around(try entity($0, .container)) }
            act.depthWithin = Nesting.mostContainers - 20
        },
        row("from somebody of whom nobody may know", toPerson, "needs-supervisor") { act in
            act.holder = try entity(30, .custodian)
            act.isHolderHidden = true
        },
        row("what can never have happened", toShelf, "item-disposed") { act in
            act.isHistory = true
            act.origin = .disposed
        },
    ]

    @Test(arguments: rows) func row(_ row: Row) throws {
        switch MoveRules.judge(try row.act()) {
        case .allowed: #expect(row.answer == "allowed")
        case .alreadyThere: #expect(row.answer == "already there")
        case .refused(let refusal):
            #expect(refusal.kind.rawValue == row.answer)
            #expect(refusal.description.hasPrefix("cannot "))
            let barcode = "\(try row.act().subject.barcode)"
            #expect(refusal.description.contains(barcode) || refusal.description.contains("FD"))
            // Neither what stands in the way nor why.
            if refusal.kind == .needsSupervisor {
                for word in ["FD77", "seal", "held", "room", "judge"] { #expect(!refusal.description.contains(word)) }
            }
        }
    }

    @Test func everyRuleHasARow() {
        let refusals = Set(Self.rows.map(\.answer)).subtracting(["allowed", "already there"])
        // Four rules may say that somebody else must do it.
        #expect(refusals.count == MoveRules.rules.count + MoveRules.unbreakable.count + 1)
    }
}
