public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

/// A hand-over from one custodian to another, or one stage of it.
public struct HandOver: Sendable, Hashable {
    /// The stage of a hand-over.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// Release and acceptance in one step, as when both people stand at the desk.
        case atOnce = "at-once"
        /// The giver releases the items and containers, which are in transit until they are accepted.
        case release
        /// The taker accepts the items and containers.
        case accept
    }

    /// The current custodian; nil to accept any.
    public let giver: Barcode?
    public let taker: Barcode
    public let stage: Stage
    public let reason: FreeText?

    public init(from giver: Barcode? = nil, to taker: Barcode, stage: Stage = .atOnce, reason: FreeText? = nil) {
        self.giver = giver
        self.taker = taker
        self.stage = stage
        self.reason = reason
    }
}

extension Circulation {
    /// Hands items and containers over from one custodian to another, all or none.
    ///
    /// - Throws: ``Refusal`` if one is not with the giver or not in transit, or if a rule forbids one of the moves;
    ///   `TransferLogError` if the log cannot be written.
    public func handOver(
        _ barcodes: [Barcode],
        _ handOver: HandOver,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> [Movement] {
        try await carryOut(barcodes, by: attribution, key: key) { entities, transaction in
            let view = transaction.view
            let taker = try Self.person(handOver.taker, in: view)
            let giver = try handOver.giver.map { try Self.person($0, in: view) }
            let facts = try MoveFacts(about: entities, in: view)
            for entity in entities {
                guard handOver.stage != .accept else {
                    guard facts.origin(of: entity) == .inTransit else {
                        let what = Message(
                            "cannot accept \(entity.barcode, "item"): it is not in transit; release it first, "
                                + "or hand it over at once"
                        )
                        throw Refusal(.notOnItsWay, what)
                    }
                    continue
                }
                guard let holder = facts.holder(of: entity), giver == nil || holder.id == giver?.id else {
                    throw Self.refusal(toHandOver: entity, from: giver)
                }
            }
            var order = MoveOrder(to: handOver.stage == .release ? .inTransit : .custodian(taker.id))
            order.isStated = handOver.stage == .atOnce
            if handOver.stage == .release { order.recipient = taker.id }
            order.reason = handOver.reason?.text
            return [(order, entities)]
        }
    }

    private static func refusal(toHandOver entity: Entity, from giver: Entity?) -> Refusal {
        let item = entity.barcode
        guard let giver else {
            let what = Message(
                "cannot hand over \(item, "item"): it is not with anybody; outguide where \(item, "item") says where it is"
            )
            return Refusal(.notWithGiver, what)
        }
        let what = Message(
            "cannot hand over \(item, "item"): it is not with \(giver.name, "holder"); "
                + "outguide where \(item, "item") says where it is"
        )
        return Refusal(.notWithGiver, what)
    }
}
