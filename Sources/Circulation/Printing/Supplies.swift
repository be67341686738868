import Localization
public import TransferLog
public import Vocabulary

extension Circulation {
    /// Returns the stock of each supply according to the log, by name.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func supplies() async throws -> [SupplyStock] { try await log.read { try $0.supplies() } }

    /// Records a supply event, such as a delivery or a count.
    ///
    /// The same `key` records it once.
    ///
    /// - Throws: ``Refusal`` if the number of units is out of range; `TransferLogError` if the log cannot be written.
    public func note(_ event: SupplyEvent, by attribution: Attribution, key: RequestKey? = nil) async throws {
        let least = if case .received = event { 1 } else { 0 }
        guard (least...SupplyEvent.most).contains(event.units) else {
            let what = Message(
                "cannot take \(event.units, "units") of \(event.supply, "supply"): say \(least, "least") to "
                    + "\(SupplyEvent.most, "most")"
            )
            throw Refusal(.invalidRequest, what)
        }
        try await log.write { transaction in
            try transaction.once(key) { try transaction.append(.supply(event), by: attribution) }
        }
    }

    /// Returns the measured adjustment of a printer; nil if it was never measured.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func adjustment(of printer: String) async throws -> PrinterAdjustment? {
        try await log.read { try $0.adjustment(of: printer) }
    }

    /// Stores and returns the adjustment of a printer; nil deletes it.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func adjust(
        _ printer: String,
        _ adjustment: @escaping @Sendable (Timestamp) -> PrinterAdjustment?
    ) async throws -> PrinterAdjustment? {
        try await log.write { transaction in
            let adjustment = adjustment(transaction.now)
            try transaction.adjust(printer, to: adjustment)
            return adjustment
        }
    }
}
