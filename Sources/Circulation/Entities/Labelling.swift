public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Assigns another barcode to an entity: as its primary barcode, or as an additional alias.
    ///
    /// Without a barcode the next one is minted. The previous barcode stays an alias, so that the history can be found
    /// by it. Assigning a barcode that the entity already bears changes nothing.
    ///
    /// - Throws: ``Refusal`` for an unknown barcode, or a new one that was used before or has a wrong prefix;
    ///   `TransferLogError` if the log cannot be written.
    public func label(
        _ barcode: Barcode,
        with new: Barcode?,
        role: Labelling.Role,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntitySummary {
        let site = settings.site
        return try await describe(barcode, by: attribution, key: key) { entity, transaction in
            let view = transaction.view
            let given = try new.map { try Self.free($0, for: entity, in: view) }
            let isBorne = try given.map { barcode in
                try barcode == entity.barcode || role == .alias && view.entity(barcode: barcode) != nil
            }
            guard isBorne != true else { return nil }
            let label = try given ?? transaction.nextBarcode(prefix: entity.type.prefix, site: site)
            return .labelled(Labelling(subject: entity.id, barcode: label, role: role))
        }
    }

    /// Returns the barcode if it is unused or already belongs to this entity; otherwise throws a refusal.
    private static func free(_ barcode: Barcode, for entity: Entity, in view: LogView) throws -> Barcode {
        if let prefix = barcode.minted?.prefix, prefix != entity.type.prefix {
            throw Refusal(.wrongPrefix, wrongPrefix(barcode, for: entity.type))
        }
        if let holder = try view.entity(barcode: barcode), holder.id != entity.id {
            let what = Message("cannot use \(barcode, "barcode"): it is the barcode of \(holder.barcode, "item")")
            throw Refusal(.barcodeTaken, what)
        }
        if try view.holds(barcode), try view.entity(barcode: barcode) == nil {
            let what = Message("cannot use \(barcode, "barcode"): this number was used before; take another")
            throw Refusal(.barcodeTaken, what)
        }
        return barcode
    }

    private static func wrongPrefix(_ barcode: Barcode, for type: EntityType) -> Message {
        switch type {
        case .item: Message("cannot give \(barcode, "barcode") to an item: its prefix is another's")
        case .container: Message("cannot give \(barcode, "barcode") to a container: its prefix is another's")
        case .location: Message("cannot give \(barcode, "barcode") to a location: its prefix is another's")
        case .custodian: Message("cannot give \(barcode, "barcode") to a custodian: its prefix is another's")
        }
    }
}
