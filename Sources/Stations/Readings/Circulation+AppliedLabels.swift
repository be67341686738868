import Barcodes
import Circulation
import TransferLog
import Vocabulary

extension Circulation {
    /// Records that a scanned label is applied to its entity, if it was printed and not scanned since.
    ///
    /// The scan also settles a doubt about whether the label was printed. A code that a terminal read before the label
    /// was printed belongs to another label.
    static func noteApplied(_ stored: StoredReading, in transaction: LogTransaction) throws {
        guard case .barcode(let barcode) = ReadingInterpretation(of: stored.reading) else { return }
        let attribution = Attribution(of: stored)
        try noteCameOut(barcode, by: attribution, in: transaction)
        guard let label = try transaction.view.pendingLabel(barcode: barcode),
            stored.batch == nil || stored.occurredAt >= label.printedAt,
            // An additional entry would disclose a concealed entity to the clerk.
            try !transaction.view.hides(label.entity)
        else { return }
        let application = LabelApplication(subject: label.entity, print: label.print)
        try transaction.append(.labelApplied(application), by: attribution)
    }
}

extension Attribution {
    /// Creates the attribution of what a reading leads to: to the clerk who is signed in, otherwise to the sender.
    init(of stored: StoredReading, by clerk: EntityID? = nil) {
        self.init(
            principal: clerk.map { .custodian($0) } ?? stored.reading.principal,
            station: stored.reading.station,
            scanner: stored.reading.scanner,
            reading: stored.number,
            occurredAt: stored.occurredAt,
            isBackDated: stored.batch != nil && stored.occurredAt < stored.recordedAt
        )
    }
}
