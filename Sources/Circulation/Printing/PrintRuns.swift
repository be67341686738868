import Barcodes
import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Begins a print run.
    ///
    /// New entities are registered if requested, and the run is committed before anything is sent to a printer. The same
    /// `key` begins one run; a repeated request returns it.
    ///
    /// - Throws: ``Refusal`` for an unknown barcode, a wrong number of labels, or a repeated label without a reason;
    ///   `TransferLogError` if the log cannot be written.
    public func begin(
        _ new: NewPrinting,
        by attribution: Attribution,
        key: RequestKey? = nil
    ) async throws -> PrintBatchNumber {
        let settings = settings
        return try await write { transaction in
            if let key, let number = try transaction.printBatch(of: key) { return number }
            var isMinted = false
            let entities: [EntityID]
            switch new.labels {
            case .of(let barcodes):
                entities = try barcodes.map { barcode in
                    if new.isForPlaces { return try Self.known(barcode, in: transaction.view).id }
                    return try Self.printable(barcode, new.reason, in: transaction.view)
                }
            case .new(let count, let thing):
                guard (1...NewPrinting.most).contains(count), thing.barcode == nil else {
                    let what = Message(
                        "cannot print {count} new label: ask for 1 to \(NewPrinting.most, "limit")",
                        plural: "cannot print {count} new labels: ask for 1 to \(NewPrinting.most, "limit")",
                        count: count
                    )
                    throw Refusal(.invalidRequest, what)
                }
                isMinted = true
                entities = try (1...count).map { _ in
                    try Self.register(thing, by: attribution, in: transaction, settings: settings).id
                }
            }
            guard (1...NewPrinting.most).contains(entities.count) else {
                let what = Message(
                    "cannot print {count} label at once: name 1 to \(NewPrinting.most, "limit")",
                    plural: "cannot print {count} labels at once: name 1 to \(NewPrinting.most, "limit")",
                    count: entities.count
                )
                throw Refusal(.invalidRequest, what)
            }
            return try transaction.beginPrintBatch(
                of: entities,
                template: new.template,
                printer: new.printer,
                copies: new.copies,
                isMinted: isMinted,
                reason: new.reason?.text,
                despite: new.despite,
                fields: new.fields,
                by: attribution.principal,
                key: key
            )
        }
    }

    private static func printable(_ barcode: Barcode, _ reason: FreeText?, in view: LogView) throws -> EntityID {
        let entity = try known(barcode, in: view)
        if reason == nil, let last = try view.lastPrint(of: entity.id) {
            let what = Message(
                "cannot print the label of \(entity.barcode, "item") again without a reason: it was printed at "
                    + "\(last.printedAt, "time"); give the reason for another one"
            )
            throw Refusal(.reasonMissing, what)
        }
        return entity.id
    }
}
