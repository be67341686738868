import Barcodes
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
            try Self.remember(told, as: try told.words(in: transaction.view), stored, in: transaction)
            return ReadingOutcome(told, of: stored)
        }
    }
}

extension Circulation {
    /// Why codes that a gun sent at once are not taken; nil when each of them is a barcode of Outguide or is registered.
    ///
    /// A gun that empties its memory sends such codes. The lines of a symbol come in the same way, and hold other text:
    /// nothing may be done because of one of them.
    public func objection(toBurst readings: [Reading]) async throws -> Refusal? {
        let settings = settings
        return try await read { view in
            for reading in readings where try !Self.isKnown(reading, settings: settings, in: view) {
                let code = ReadingInterpretation.shown(reading.bytes)
                let what = "cannot use \(readings.count) codes that came at once: \(code) is not known"
                let way = "if they are no lines of one symbol, scan them one by one or let the gun send AIM identifiers"
                return Refusal(.partOfSymbol, "\(what); \(way)")
            }
            return nil
        }
    }

    private static func isKnown(
        _ reading: Reading,
        settings: CirculationSettings,
        in view: LogView
    ) throws -> Bool {
        guard case .barcode(let barcode) = ReadingInterpretation(of: reading) else { return false }
        if barcode.minted != nil || settings.functionCodes[barcode.text] != nil { return true }
        return try view.record(barcode: barcode) != nil
    }
}
