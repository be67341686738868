public import Records
import TransferLog

extension Circulation {
    /// Stores that a gun sent something that cannot be used, as the outcome of its station, and closes what is open there.
    ///
    /// What was lost may have been the next shelf: what is scanned after it must not go to the former one. All of it is one
    /// transaction, so that after a crash either nobody knows of it or the station does.
    ///
    /// - Parameters:
    ///   - reading: what came of it; without bytes when none of it can be told.
    ///   - refusal: why, with the remedy.
    public func refuse(_ reading: Reading, because refusal: Refusal) async throws -> ReadingOutcome {
        try Self.check(reading)
        let settings = settings
        return try await write { transaction in
            let stored = try transaction.store(reading)
            let desk = StationDesk(transaction: transaction, settings: settings)
            let told = Told(try desk.closeAfter(refusal, stored))
            try transaction.close(stored.number, as: StoredOutcome(verdict: told.verdict, kind: told.kind, entry: nil))
            try Self.remember(told, stored, in: transaction)
            return ReadingOutcome(told, of: stored)
        }
    }
}
