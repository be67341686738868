import Circulation
import Localization
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
            return StationReply(Refusal(.nothingToUndo, Message("cannot undo anything: nothing was done here lately")))
        }
        let back: TakenBack
        do {
            back = try takeBack(last, by: attribution)
        } catch let refusal as Refusal {
            return StationReply(refusal)
        }
        if back == .stays {
            let what = Message("cannot undo “\(last.message, "act")”: what was registered stays so")
            return StationReply(Refusal(.notVoidable, what))
        }
        try transaction.noteUndone(last.reading, at: sessionName)
        let entity = try last.entity.map { try known($0) }
        guard back == .voided else {
            let message = Message(
                "corrected elsewhere already: \(last.message, "act"); undo again for what was done before it"
            )
            return StationReply(.attention, "undone", message, entity)
        }
        let undone = Message("undone: \(last.message, "act")")
        let message = try entity.map { entity in
            let now = PlaceWords(try view.whereabouts(of: entity)).now
            return Message("\(undone, "what"); \(now, "remark")")
        }
        return StationReply(
            .accepted,
            "undone",
            message ?? undone,
            entity,
            entry: transaction.appendedEntries?.upperBound
        )
    }

    /// Undoes all readings since the last place was opened, or none.
    func undoRun(_ run: Int, by attribution: Attribution) throws -> StationReply {
        let readings = try transaction.view.undoable(at: sessionName, run: run, limit: Self.longestRun + 1)
        guard readings.count <= Self.longestRun else {
            let what = Message(
                "cannot undo this run: more than {count} reading did something; correct their entries with "
                    + "outguide log correct",
                plural: "cannot undo this run: more than {count} readings did something; correct their entries with "
                    + "outguide log correct",
                count: Self.longestRun
            )
            return StationReply(Refusal(.tooMany, what))
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
            let remark = Message("nothing of this run was undone")
            return StationReply(Refusal(refusal.kind, Message("\(refusal, "what"); \(remark, "remark")")))
        }
        guard let last = undone.first else {
            let what = Message("cannot undo anything: nothing was done here since this was opened")
            return StationReply(Refusal(.nothingToUndo, what))
        }
        let entry = transaction.appendedEntries?.upperBound
        let entity = try last.entity.map { try known($0) }
        return try StationReply(in: transaction.view, entity, entry: entry) { [undone] view in
            let shown = try undone.count { try $0.entity.map(view.hides) != true }
            let message =
                kept == 0
                ? Message("undone: \(shown, "number") of this run")
                : Message("undone: \(shown, "number") of this run; what was registered stays so")
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
