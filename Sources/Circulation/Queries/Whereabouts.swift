public import Barcodes
import Localization
import TransferLog
public import Vocabulary

extension Circulation {
    /// Returns where the entity with this barcode is, or was at `moment`.
    ///
    /// - Throws: ``Refusal`` if no entity has this barcode, or if it was registered after `moment`; `TransferLogError`
    ///   if the log cannot be read.
    public func whereabouts(of barcode: Barcode, at moment: Timestamp? = nil) async throws -> Whereabouts {
        try await read { view in
            let entity = try Self.known(barcode, in: view)
            if let moment { try Self.check(entity, wasKnownAt: moment, in: view) }
            return try view.whereabouts(of: entity, at: moment)
        }
    }

    /// Checks that the entity's placement at `moment` is known.
    ///
    /// A move recorded afterwards may be earlier than the registration.
    private static func check(_ entity: Entity, wasKnownAt moment: Timestamp, in view: LogView) throws {
        guard try view.lastPlacement(of: entity.id, at: moment) == nil else { return }
        let registered = try view.entry(entity.id.registration).occurredAt
        guard registered <= moment else {
            let what = Message(
                "cannot say where \(entity.barcode, "item") was then: it was registered only at \(registered, "time")"
            )
            throw Refusal(.notYetRegistered, what)
        }
    }
}
