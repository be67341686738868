import Records
import TransferLog

/// Taking back what was done at a station, by corrections.
extension StationDesk {
    /// Takes back the last reading that did something, or with `run` all of that run.
    func undo(at name: SessionName, run: Int?, by attribution: Attribution) throws -> Told {
        let candidates = try transaction.view.undoable(at: name, run: run, limit: run == nil ? 1 : 1_000)
        var undone: [StationReading] = []
        var stopped: Refusal?
        for candidate in candidates {
            do {
                try takeBack(candidate, by: attribution)
            } catch let refusal as Refusal {
                stopped = refusal
                break
            }
            try transaction.noteUndone(candidate.reading, at: name)
            undone.append(candidate)
        }
        let entry = transaction.appendedEntries?.upperBound
        if let stopped, undone.isEmpty { return Told(stopped) }
        guard let last = undone.first else {
            let reason =
                "cannot undo anything: nothing was done here \(run == nil ? "lately" : "since this was opened")"
            return Told(Refusal(.nothingToUndo, reason))
        }
        let record = try last.record.map { try known($0) }
        guard run != nil else { return Told(.accepted, "undone", "undone: \(last.message)", record, entry: entry) }
        guard let stopped else {
            return Told(.accepted, "undone-run", "undone: \(undone.count) of this run", record, entry: entry)
        }
        let message = "undone: \(undone.count) of \(candidates.count); then \(stopped.message)"
        return Told(.attention, "undone-run", message, record, entry: entry)
    }

    /// Voids what a reading led to, newest first; checked as a whole before anything is written.
    private func takeBack(_ told: StationReading, by attribution: Attribution) throws {
        guard let entries = told.entries else { return }
        let view = transaction.view
        var voided: [(number: EntryNumber, subject: RecordID)] = []
        for number in (entries.lowerBound.rawValue...entries.upperBound.rawValue).reversed() {
            let number = EntryNumber(rawValue: number)
            // Somebody corrected it elsewhere, or it is one that stays: a barcode is never used again.
            guard try view.voiding(of: number) == nil,
                let subject = Circulation.voidable(try view.entry(number).fact)
            else { continue }
            try Circulation.checkNesting(of: subject, without: number, in: view)
            voided.append((number, subject))
        }
        guard !voided.isEmpty else {
            throw Refusal(.notVoidable, "cannot undo “\(told.message)”: what was registered stays so")
        }
        for (number, subject) in voided {
            let correction = Correction(voids: number, subject: subject, reason: "undone at the station")
            try transaction.append(.corrected(correction), by: attribution)
        }
    }
}
