import Barcodes
import Localization
import TransferLog
import Vocabulary

extension Circulation {
    /// Returns the change of conditions that `new` requests; throws a refusal if it is invalid.
    static func checked(_ new: NewConditions, of entity: Entity, in view: LogView) throws -> ConditionChange {
        guard new != .none else { return .none }
        if new.isClosed != .kept || new.capacity != .kept, entity.type != .location {
            let what = Message("cannot close or limit \(entity.barcode, "item"): it is no location")
            throw Refusal(.invalidRequest, what)
        }
        let isAboutThings = new.roles != .kept || new.rooms != .kept || new.series != .kept
        if isAboutThings, !entity.type.isMovable {
            let what = Message(
                "cannot restrict \(entity.barcode, "item"): it is \(entity.type.termWithArticle, "kind")"
            )
            throw Refusal(.invalidRequest, what)
        }
        if case .set(let capacity) = new.capacity, !(0...1_000_000).contains(capacity) {
            let what = Message(
                "cannot limit \(entity.barcode, "place") to \(capacity, "limit"): say 0 to \(1_000_000, "most")"
            )
            throw Refusal(.invalidRequest, what)
        }
        return ConditionChange(
            isClosed: new.isClosed,
            capacity: new.capacity,
            roles: try new.roles.map { try checkedCount($0) },
            rooms: try new.rooms.map { rooms in
                try checkedCount(rooms).map { barcode in
                    let room = try known(barcode, in: view)
                    guard room.type == .location else {
                        let what = Message(
                            "cannot keep \(entity.barcode, "item") within \(barcode, "place"): no location"
                        )
                        throw Refusal(.notALocation, what)
                    }
                    return room.id
                }
            },
            series: new.series
        )
    }

    private static func checkedCount<Restriction>(_ restrictions: [Restriction]) throws -> [Restriction] {
        guard (1...ConditionChange.mostRestrictions).contains(restrictions.count) else {
            let most = ConditionChange.mostRestrictions
            let what = Message(
                "cannot restrict to {count} of them: name 1 to \(most, "most")",
                plural: "cannot restrict to {count} of them: name 1 to \(most, "most")",
                count: restrictions.count
            )
            throw Refusal(.invalidRequest, what)
        }
        return restrictions
    }
}
