public import Circulation
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
        let message = "the slip of \(self.name(entity)) is printed once more"
        return StationReply(.accepted, "reprinting", message, entity, paper: .slip(slip))
    }
}

extension Circulation {
    /// Records, for the screen of a station, that a reading's label or slip was not printed, with the `reason`.
    ///
    /// The outcome of the reading stays unchanged: its move was made.
    ///
    /// - Throws: `TransferLogError` if the log cannot be written.
    public func noteUnprinted(
        _ paper: StationPaper,
        of reading: ReadingNumber,
        at station: StationName,
        because reason: String
    ) async throws -> String {
        let name = SessionName(station)
        return try await write { transaction in
            let earlier = try transaction.view.reply(to: reading, at: name)
            let what =
                switch paper {
                case .slip(let slip): "the slip for \(slip.barcode) was not printed"
                case .label(let barcode): "the label of \(barcode) was not printed"
                }
            let way = "scan reprint, then \(paper.barcode), to print it"
            let message = [earlier?.message, "\(what): \(reason); \(way)"].compactMap { $0 }.joined(separator: " · ")
            try transaction.noteUnprinted(reading, at: name, message: message)
            return message
        }
    }
}
