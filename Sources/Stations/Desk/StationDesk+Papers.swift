public import Circulation
public import Localization
import TransferLog
public import Vocabulary

/// Labels and slips that a station failed to print.
extension StationDesk {
    /// Prints the slip of an item or container again if the last one was not printed; returns nil if none is missing.
    func reprintSlip(of entity: Entity) throws -> StationReply? {
        let view = transaction.view
        let missing = try view.unprinted(at: sessionName).filter { $0.entity == entity.id && $0.entries != nil }
        guard !missing.isEmpty else { return nil }
        // From now on, the reading that requests the reprint shows whether the slip was printed.
        for reading in missing { try transaction.notePrinted(reading.reading, at: sessionName) }
        guard let slip = try Circulation.outGuideSlip(for: entity, in: view) else { return nil }
        let message = Message("the slip of \(entity.term, "item") is printed once more")
        return StationReply(.accepted, "reprinting", message, entity, paper: .slip(slip))
    }
}

extension Circulation {
    /// Records, for the screen of a station, that a reading's label or slip was not printed, with the `reason`.
    ///
    /// The outcome of the reading stays unchanged: its move was made. Returns the new message for the screen, which
    /// begins with the earlier one.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func noteUnprinted(
        _ paper: StationPaper,
        of reading: ReadingNumber,
        at station: StationName,
        because reason: Message
    ) async throws -> Message {
        let name = SessionName(station)
        let clock = settings.clock
        return try await write { transaction in
            let earlier = try transaction.view.reply(to: reading, at: name)
            let remark =
                switch paper {
                case .slip(let slip):
                    Message(
                        "the slip for \(slip.barcode, "item") was not printed: \(reason, "reason"); "
                            + "scan reprint, then \(slip.barcode, "item"), to print it"
                    )
                case .label(let barcode):
                    Message(
                        "the label of \(barcode, "item") was not printed: \(reason, "reason"); "
                            + "scan reprint, then \(barcode, "item"), to print it"
                    )
                }
            let message = earlier.map { Message("\($0.message, "what") · \(remark, "remark")") } ?? remark
            try transaction.noteUnprinted(reading, at: name, message: message.english(by: clock))
            return message
        }
    }
}
