public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Charges items and containers out to a custodian, all or none.
    ///
    /// - Parameter due: the due date; nil to apply the loan terms.
    /// - Throws: ``Refusal`` if a barcode is unknown, `due` has passed, or a rule forbids one of the moves;
    ///   `TransferLogError` if the log cannot be written.
    public func chargeOut(
        _ barcodes: [Barcode],
        to custodian: Barcode,
        due: Timestamp? = nil,
        reason: FreeText? = nil,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let person = try Self.person(custodian, in: transaction.view)
            if let due, due <= transaction.now {
                let what = Message("cannot charge out until \(due, "time"): that has passed")
                throw Refusal(.invalidRequest, what)
            }
            var order = MoveOrder(to: .custodian(person.id))
            order.due = due
            order.reason = reason?.text
            return [(order, entities)]
        }
    }

    /// Returns items and containers to a location, all or none.
    ///
    /// Each must be charged out or in transit.
    ///
    /// - Throws: ``Refusal`` if one is not charged out, `place` is not a place, or a rule forbids the move;
    ///   `TransferLogError` if the log cannot be written.
    public func giveBack(
        _ barcodes: [Barcode],
        to place: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let view = transaction.view
            let (destination, location) = try Self.destination(.place(place), in: view)
            if let location, location.type == .custodian {
                let what = Message(
                    "cannot return things to \(location.name, "holder"): say a location or a container"
                )
                throw Refusal(.notAPlace, what)
            }
            let facts = try MoveFacts(about: entities, in: view)
            for entity in entities {
                let origin = facts.origin(of: entity)
                guard origin != destination, origin != .inTransit, origin != .unknown else { continue }
                guard facts.holder(of: entity) != nil else {
                    let what = Message(
                        "cannot return \(entity.barcode, "item"): it is not charged out; "
                            + "outguide where \(entity.barcode, "item") says where it is"
                    )
                    throw Refusal(.notChargedOut, what)
                }
            }
            return [(MoveOrder(to: destination), entities)]
        }
    }

    /// Refiles items and containers at their home locations, all or none.
    ///
    /// - Throws: ``Refusal`` if one has no home, or if a rule forbids one of the moves; `TransferLogError` if the log
    ///   cannot be written.
    public func refile(
        _ barcodes: [Barcode],
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let homes = try transaction.view.entities(entities.compactMap(\.home))
            let destinations = try entities.map { entity in
                guard let home = entity.home.flatMap({ homes[$0] }), let placement = Placement(at: home) else {
                    let command = "outguide \(entity.type.rawValue) change \(entity.barcode) --home PLACE"
                    let what = Message(
                        "cannot refile \(entity.barcode, "item"): it has no home; \(command, "command") gives it one"
                    )
                    throw Refusal(.noHome, what)
                }
                return placement
            }
            let groups = Dictionary(grouping: zip(destinations, entities)) { $0.0 }.values.map { group in
                (destination: group[0].0, things: group.map(\.1))
            }
            // Sorted by number, so that the entries depend only on the request.
            return groups.sorted { ($0.things[0].id) < ($1.things[0].id) }.map {
                (MoveOrder(to: $0.destination), $0.things)
            }
        }
    }
}
