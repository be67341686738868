public import Barcodes
package import TransferLog
public import Vocabulary

/// The slip for the empty place of an item or container: custodian, start and due date.
public struct OutGuideSlip: Sendable, Hashable {
    public let barcode: Barcode
    public let entity: EntityID
    public let kind: EntityKind
    public let title: String?
    public let home: Barcode?
    public let custodian: String
    public let since: Timestamp
    public let due: Timestamp?
    /// The reason for the charge-out.
    public var reason: String?
}

extension Circulation {
    /// Returns the slip for the place of an item or container that is with a custodian, directly or in a container; nil
    /// if it is not.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode; `TransferLogError` if the log cannot be read.
    public func outGuideSlip(for barcode: Barcode) async throws -> OutGuideSlip? {
        try await read { try Self.outGuideSlip(for: Self.known(barcode, in: $0), in: $0) }
    }

    /// Returns the slip for the place of `entity`; nil if it is not with a custodian.
    ///
    /// - Throws: `TransferLogError` for damage, and the errors of SQLite, as every query of a view.
    package static func outGuideSlip(for entity: Entity, in view: LogView) throws -> OutGuideSlip? {
        let found = try view.whereabouts(of: entity)
        let around = try view.surroundings(of: found.placement, stopsAtLocation: true)
        guard let holder = around.first(where: { $0.type == .custodian }) else { return nil }
        // The contents of a charged-out box share its charge-out.
        let things = [entity] + around.prefix { $0.type == .container }
        let chargeOut = try things.lazy.compactMap { try view.chargeOut(of: $0.id) }.first
        var reason: String?
        if let chargeOut, case .transferred(let transfer) = try view.entry(chargeOut.entry).fact {
            reason = transfer.reason
        }
        return OutGuideSlip(
            barcode: entity.barcode,
            entity: entity.id,
            kind: entity.kind,
            title: entity.title,
            home: try entity.home.flatMap { try view.entity($0)?.barcode },
            custodian: try view.hides(holder.id) ? "somebody" : holder.name,
            since: chargeOut?.since ?? found.since,
            due: chargeOut?.due,
            reason: reason
        )
    }
}
