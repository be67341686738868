public import Barcodes
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Requests that all text about an entity be erased.
    ///
    /// Another principal must carry it out.
    public func requestExpungement(
        of barcode: Barcode,
        order: FreeText,
        reason: FreeText,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        try await write { transaction in
            let view = transaction.view
            if let line = try Self.earlierAnswer(to: key, in: transaction) { return line }
            let entity = try Self.known(barcode, in: view)
            guard entity.type != .location else {
                let what =
                    "cannot expunge \(barcode): it is a location; only items, containers and custodians are about people"
                throw Refusal(.notExpungeable, what)
            }
            if let request = try view.expungementRequest(for: entity.id) {
                let what = "cannot ask to expunge \(barcode) again: entry \(request.number) asks for it already"
                throw Refusal(.alreadyRequested, what)
            }
            let expungement = Expungement(
                subject: entity.id,
                stage: .requested,
                order: order.text,
                reason: reason.text
            )
            let entry = try transaction.append(.expunged(expungement), by: attribution)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            var places = PlaceNames(view: view)
            return try EntrySummary(entry: entry, places: &places)
        }
    }

    /// Carries out an expungement that another principal requested.
    ///
    /// Texts and salts are erased, and every proof still verifies.
    public func expunge(
        _ barcode: Barcode,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> EntrySummary {
        let settings = settings
        let line = try await write { transaction in
            let view = transaction.view
            if let line = try Self.earlierAnswer(to: key, in: transaction) { return line }
            let entity = try Self.known(barcode, in: view)
            guard let request = try view.expungementRequest(for: entity.id),
                case .expunged(let wanted) = request.fact
            else {
                throw Refusal(
                    .notRequested,
                    "cannot expunge \(barcode): there is no request; ask with order and reason"
                )
            }
            guard settings.onePrincipalExpunges || request.principal != attribution.principal else {
                let what =
                    "cannot expunge \(barcode): \(attribution.principal) asked for it; somebody else must carry it out"
                throw Refusal(.samePrincipal, what)
            }
            if entity.barcode.minted == nil {
                let label = try transaction.nextBarcode(prefix: entity.type.prefix, site: settings.site)
                let labelling = Labelling(subject: entity.id, barcode: label, role: .primary)
                try transaction.append(.labelled(labelling), by: attribution)
            }
            let erased = try transaction.eraseTexts(of: entity.id)
            let expungement = Expungement(
                subject: entity.id,
                stage: .done(request: request.number, erased: erased),
                order: wanted.order,
                reason: wanted.reason
            )
            let entry = try transaction.append(.expunged(expungement), by: attribution)
            if let key { try transaction.remember(RequestResult(entries: transaction.appendedEntries), of: key) }
            var places = PlaceNames(view: view)
            return try EntrySummary(entry: entry, places: &places)
        }
        try await log.scrub()
        return line
    }

    /// Returns the entry that an earlier request with this key wrote; nil if there was none.
    private static func earlierAnswer(to key: RequestKey?, in transaction: LogTransaction) throws -> EntrySummary? {
        guard let key, let last = try transaction.result(of: key)?.entries?.upperBound else { return nil }
        return try line(ofEarlier: last, in: transaction.view)
    }
}
