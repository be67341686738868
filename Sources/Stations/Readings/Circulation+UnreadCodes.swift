import Barcodes
public import Circulation
import Localization
import TransferLog
public import Vocabulary

extension Circulation {
    /// Stores an unusable scanner input as a refused reading, and closes what is open at the station.
    ///
    /// The lost code may have been the next shelf: later scans must not go to the previous one. Everything is one
    /// transaction, so that a crash cannot leave the reading stored without the station's closing.
    ///
    /// - Parameters:
    ///   - reading: the bytes received; empty if none could be determined.
    ///   - refusal: the reason, with the remedy.
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func refuse(_ reading: Reading, because refusal: Refusal) async throws -> ReadingOutcome {
        try Self.check(reading)
        let settings = settings
        return try await write { transaction in
            let stored = try transaction.store(reading)
            let desk = StationDesk(stored, settings: settings, in: transaction)
            let reply = StationReply(try desk.closeAfter(refusal))
            let outcome = StoredOutcome(verdict: reply.verdict, kind: reply.kind, entry: nil)
            try transaction.close(stored.number, as: outcome)
            let screen = try reply.words(in: transaction.view)
            try Self.remember(reply, as: screen, stored, in: transaction, clock: settings.clock)
            return ReadingOutcome(reply, of: stored)
        }
    }
}

extension Circulation {
    /// Returns why codes that a scanner sent in one burst are refused; nil if each is a barcode of Outguide or is
    /// registered.
    ///
    /// A scanner that uploads its memory sends such bursts. The lines of a multi-line symbol arrive in the same way but
    /// contain other text, and must not trigger an act.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func objection(toBurst readings: [Reading]) async throws -> Refusal? {
        let settings = settings
        return try await read { view in
            for reading in readings where try !Self.isKnown(reading, settings: settings, in: view) {
                let code = ReadingInterpretation.shown(reading.bytes)
                let what = Message(
                    "cannot use {count} code that came at once: \(code, "code") is not known; if they are no lines of "
                        + "one symbol, scan them one by one or let the gun send AIM identifiers",
                    plural: "cannot use {count} codes that came at once: \(code, "code") is not known; if they are no "
                        + "lines of one symbol, scan them one by one or let the gun send AIM identifiers",
                    count: readings.count
                )
                return Refusal(.partOfSymbol, what)
            }
            return nil
        }
    }

    private static func isKnown(_ reading: Reading, settings: CirculationSettings, in view: LogView) throws -> Bool {
        guard case .barcode(let barcode) = ReadingInterpretation(of: reading) else { return false }
        if barcode.minted != nil || settings.functionCodes[barcode.text] != nil { return true }
        return try view.entity(barcode: barcode) != nil
    }
}
