import Barcodes
import Records
import TransferLog

extension Circulation {
    /// Notes that the label which was just scanned is on its thing, when it was printed and never scanned since.
    ///
    /// Of a label of which nobody knew whether it came out this is known now. What a terminal read before the label was
    /// printed was another label.
    static func noteApplied(_ stored: StoredReading, in transaction: LogTransaction) throws {
        guard case .barcode(let barcode) = ReadingInterpretation(of: stored.reading) else { return }
        let attribution = Attribution(
            principal: stored.reading.principal,
            station: stored.reading.station,
            scanner: stored.reading.scanner,
            reading: stored.number,
            occurredAt: stored.occurredAt,
            isBackDated: stored.batch != nil && stored.occurredAt < stored.recordedAt
        )
        try noteCameOut(barcode, by: attribution, in: transaction)
        guard let label = try transaction.view.pendingLabel(barcode: barcode),
            stored.batch == nil || stored.occurredAt >= label.printedAt,
            // An entry more would disclose what the clerk may not know of.
            try !transaction.view.hides(label.record)
        else { return }
        let application = LabelApplication(subject: label.record, print: label.print)
        try transaction.append(.labelApplied(application), by: attribution)
    }
}
