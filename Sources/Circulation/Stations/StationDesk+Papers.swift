public import Records
import TransferLog

/// Papers that a station should have printed, and did not.
extension StationDesk {
    /// Prints the slip of a thing once more, if the last one was not printed; nil when none is missing.
    func reprintSlip(of record: Record, at name: SessionName) throws -> Told? {
        let view = transaction.view
        let missing = try view.unprinted(at: name).filter { $0.record == record.id && $0.entries != nil }
        guard !missing.isEmpty else { return nil }
        // The reading that asks for it says from now on whether it was printed.
        for reading in missing { try transaction.notePrinted(reading.reading, at: name) }
        guard let slip = try Circulation.outGuideSlip(for: record, in: view) else { return nil }
        let message = "the slip of \(self.name(record)) is printed once more"
        return Told(.accepted, "reprinting", message, record, paper: .slip(slip))
    }
}

extension Circulation {
    /// Keeps, for the screen of a station, that what a reading asked for was not printed; `reason` says why.
    ///
    /// The same reading's outcome stays as it is: what it moved was moved.
    public func noteUnprinted(
        _ paper: StationPaper,
        of reading: ReadingNumber,
        at station: StationName,
        because reason: String
    ) async throws -> String {
        let name = SessionName(station)
        return try await write { transaction in
            let told = try transaction.view.told(reading, at: name)
            let what =
                switch paper {
                case .slip(let slip): "the slip for \(slip.barcode) was not printed"
                case .label(let barcode): "the label of \(barcode) was not printed"
                }
            let way = "scan reprint, then \(paper.barcode), to print it"
            let message = [told?.message, "\(what): \(reason); \(way)"].compactMap { $0 }.joined(separator: " · ")
            try transaction.noteUnprinted(reading, at: name, message: message)
            return message
        }
    }
}
