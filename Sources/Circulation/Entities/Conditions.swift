import Barcodes
import TransferLog
import Vocabulary

extension Circulation {
    /// Returns the change of conditions that `new` requests; throws a refusal if it is invalid.
    static func checked(_ new: NewConditions, of entity: Entity, in view: LogView) throws -> ConditionChange {
        guard new != .none else { return .none }
        if new.isClosed != .kept || new.capacity != .kept, entity.type != .location {
            throw Refusal(.invalidRequest, "cannot close or limit \(entity.barcode): it is no location")
        }
        let isAboutThings = new.roles != .kept || new.rooms != .kept || new.series != .kept
        if isAboutThings, !entity.type.isMovable {
            let what = "cannot restrict \(entity.barcode): it is a \(entity.type.rawValue)"
            throw Refusal(.invalidRequest, what)
        }
        if case .set(let capacity) = new.capacity, !(0...1_000_000).contains(capacity) {
            throw Refusal(.invalidRequest, "cannot limit \(entity.barcode) to \(capacity): say 0 to 1000000")
        }
        return ConditionChange(
            isClosed: new.isClosed,
            capacity: new.capacity,
            roles: try new.roles.map { try checkedCount($0) },
            rooms: try new.rooms.map { rooms in
                try checkedCount(rooms).map { barcode in
                    let room = try known(barcode, in: view)
                    guard room.type == .location else {
                        throw Refusal(.notALocation, "cannot keep \(entity.barcode) within \(barcode): no location")
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
            throw Refusal(.invalidRequest, "cannot restrict to \(restrictions.count) of them: name 1 to \(most)")
        }
        return restrictions
    }
}
