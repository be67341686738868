public import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Requests that all text about an entity be erased.
    ///
    /// Another principal must carry it out.
    ///
    /// - Throws: ``Refusal`` if the entity cannot be expunged, or if its expungement was requested already;
    ///   `TransferLogError` if the log cannot be written.
    public func requestExpungement(
        of barcode: Barcode,
        order: FreeText,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await append(by: attribution, key: key) { transaction in
            let view = transaction.view
            let entity = try Self.known(barcode, in: view)
            guard entity.type != .location else {
                let what = Message(
                    "cannot expunge \(barcode, "place"): it is a location; only items, containers and custodians are "
                        + "about people"
                )
                throw Refusal(.notExpungeable, what)
            }
            if let request = try view.expungementRequest(for: entity.id) {
                let what = Message(
                    "cannot ask to expunge \(barcode, "item") again: entry \(request.number, "entry") asks for it already"
                )
                throw Refusal(.alreadyRequested, what)
            }
            return .expunged(Expungement(subject: entity.id, stage: .requested, order: order.text, reason: reason.text))
        }
    }

    /// Carries out an expungement that another principal requested.
    ///
    /// Texts and salts are erased, and every proof still verifies.
    ///
    /// - Throws: ``Refusal`` if nobody requested it, or if the same principal did; `TransferLogError` if the log cannot
    ///   be written.
    public func expunge(
        _ barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        let settings = settings
        let line = try await append(by: attribution, key: key) { transaction in
            let view = transaction.view
            let entity = try Self.known(barcode, in: view)
            guard let request = try view.expungementRequest(for: entity.id),
                case .expunged(let wanted) = request.fact
            else {
                let what = Message(
                    "cannot expunge \(barcode, "item"): there is no request; ask with order and reason"
                )
                throw Refusal(.notRequested, what)
            }
            guard settings.onePrincipalExpunges || request.principal != attribution.principal else {
                let what = Message(
                    "cannot expunge \(barcode, "item"): \(attribution.principal, "principal") asked for it; "
                        + "somebody else must carry it out"
                )
                throw Refusal(.samePrincipal, what)
            }
            if entity.barcode.minted == nil {
                let label = try transaction.nextBarcode(prefix: entity.type.prefix, site: settings.site)
                let labelling = Labelling(subject: entity.id, barcode: label, role: .primary)
                try transaction.append(.labelled(labelling), by: attribution)
            }
            let erased = try transaction.eraseTexts(of: entity.id)
            return .expunged(
                Expungement(
                    subject: entity.id,
                    stage: .done(request: request.number, erased: erased),
                    order: wanted.order,
                    reason: wanted.reason
                )
            )
        }
        try await log.scrub()
        return line
    }
}
