import Circulation
import TransferLog
import Vocabulary

/// Undoing a station's acts by corrections.
extension StationDesk {
    /// The maximum number of readings that one command undoes.
    private static let longestRun = 500

    /// Undoes the last reading that had an effect.
    func undoLast(by attribution: Attribution) throws -> StationReply {
        let view = transaction.view
        let last = try view.undoable(at: sessionName, run: nil, limit: 1).first
        guard let last, try !isHidden(last) else {
            return StationReply(Refusal(.nothingToUndo, "cannot undo anything: nothing was done here lately"))
        }
        let back: TakenBack
        do {
            back = try takeBack(last, by: attribution)
        } catch let refusal as Refusal {
            return StationReply(refusal)
        }
        if back == .stays {
            return StationReply(Refusal(.notVoidable, "cannot undo “\(last.message)”: what was registered stays so"))
        }
        try transaction.noteUndone(last.reading, at: sessionName)
        let entity = try last.entity.map { try known($0) }
        guard back == .voided else {
            let message = "corrected elsewhere already: \(last.message); undo again for what was done before it"
            return StationReply(.attention, "undone", message, entity)
        }
        return StationReply(
            .accepted,
            "undone",
            "undone: \(last.message)" + (try entity.map { "; it is \(place(try view.whereabouts(of: $0))) now" } ?? ""),
            entity,
            entry: transaction.appendedEntries?.upperBound
        )
    }

    /// Undoes all readings since the last place was opened, or none.
    func undoRun(_ run: Int, by attribution: Attribution) throws -> StationReply {
        let readings = try transaction.view.undoable(at: sessionName, run: run, limit: Self.longestRun + 1)
        guard readings.count <= Self.longestRun else {
            let what = "cannot undo this run: more than \(Self.longestRun) readings did something"
            return StationReply(Refusal(.tooMany, "\(what); correct their entries with outguide log correct"))
        }
        var undone: [StationReading] = []
        var kept = 0
        do {
            try transaction.attempt {
                for reading in readings where try !isHidden(reading) {
                    let back = try takeBack(reading, by: attribution)
                    if back == .stays {
                        kept += 1
                    } else {
                        try transaction.noteUndone(reading.reading, at: sessionName)
                    }
                    if back == .voided { undone.append(reading) }
                }
            }
        } catch let refusal as Refusal {
            let message = refusal.description + "; nothing of this run was undone"
            return StationReply(Refusal(refusal.kind, message))
        }
        guard let last = undone.first else {
            return StationReply(
                Refusal(.nothingToUndo, "cannot undo anything: nothing was done here since this was opened")
            )
        }
        let entry = transaction.appendedEntries?.upperBound
        let entity = try last.entity.map { try known($0) }
        return try StationReply(in: transaction.view, entity, entry: entry) { [undone] view in
            let shown = try undone.count { try $0.entity.map(view.hides) != true }
            let message = "undone: \(shown) of this run" + (kept == 0 ? "" : "; what was registered stays so")
            return StationReply.Words(.accepted, "undone-run", message)
        }
    }

    /// Whether the reading is about an entity that is now concealed from the clerk, or wrote an entry that names one.
    private func isHidden(_ reading: StationReading) throws -> Bool {
        let view = transaction.view
        if let entity = reading.entity, try view.hides(entity) { return true }
        guard let entries = reading.entries, transaction.clearance < .everything else { return false }
        return try (entries.lowerBound.rawValue...entries.upperBound.rawValue).contains { number in
            try view.namesConcealed(try view.entry(EntryNumber(rawValue: number)))
        }
    }

    /// The result of undoing a reading.
    private enum TakenBack {
        case voided
        /// The entries were already corrected elsewhere.
        case corrected
        /// The entries cannot be undone: a barcode is never used again.
        case stays
    }

    /// Voids the entries of a reading, newest first; refused if one of them cannot be voided.
    private func takeBack(_ reading: StationReading, by attribution: Attribution) throws -> TakenBack {
        guard let entries = reading.entries else { return .stays }
        let view = transaction.view
        var voided: [(number: EntryNumber, subject: EntityID)] = []
        var isCorrected = false
        for number in (entries.lowerBound.rawValue...entries.upperBound.rawValue).reversed() {
            let number = EntryNumber(rawValue: number)
            guard let subject = Circulation.voidable(try view.entry(number).fact) else { continue }
            guard try view.voiding(of: number) == nil else {
                isCorrected = true
                continue
            }
            try Circulation.checkNesting(of: subject, without: number, in: view)
            voided.append((number, subject))
        }
        for (number, subject) in voided {
            let correction = Correction(voids: number, subject: subject, reason: "undone at the station")
            try transaction.append(.corrected(correction), by: attribution)
        }
        return voided.isEmpty ? (isCorrected ? .corrected : .stays) : .voided
    }
}
