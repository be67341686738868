import Barcodes
import Records
import TransferLog

/// Comparing what is in a place with what should be.
extension StationDesk {
    func beginCount(of place: Record, next: inout StationSession, at name: SessionName) throws -> Told {
        let limit = ContentsCount.mostThings
        let expected = try transaction.view.expectedCount(at: place.id, upTo: limit + 1)
        guard expected <= limit else {
            next.close(at: next.touchedAt)
            let what = "cannot count \(place.barcode): more than \(limit) things are there; count its shelves or boxes"
            return Told(Refusal(.tooMany, what), place)
        }
        try transaction.forgetCount(at: name)
        let message = "counting \(try describe(place)): \(expected) expected; scan what is there, then end or confirm"
        return Told(.accepted, "counting", message, place)
    }

    func count(_ record: Record, in context: StationContext, at name: SessionName) throws -> Told {
        guard case .counting(let place) = context else { return Told(StationGrammar.noPlaceOpen(record.barcode)) }
        let view = transaction.view
        let isNew = try transaction.count(record.barcode.text, record.id, at: name)
        let (counted, expected) = try view.countProgress(of: place, at: name)
        let progress = "\(counted) of \(expected)"
        guard isNew else {
            return Told(.attention, "counted-already", "\(self.name(record)) was counted already, \(progress)", record)
        }
        guard try view.standing(of: record.id)?.placement.place == place else {
            let found = try view.whereabouts(of: record)
            let path = found.path.reversed().joined(separator: " · ")
            let message =
                "\(self.name(record)) is extra: the log has it \(path.isEmpty ? found.placement.phrase : "at \(path)")"
            return Told(.attention, "counted-extra", message, record)
        }
        return Told(.accepted, "counted", "\(self.name(record)) is where it should be, \(progress)", record)
    }

    func tellCount(of place: Record, at name: SessionName) throws -> Told {
        let result = try result(of: place, at: name)
        let words = "\(try describe(place)): \(try words(result))"
        guard result.isClean else {
            return Told(.attention, "count-told", words + "; scan confirm to write it down", place)
        }
        return Told(.accepted, "count-told", words + "; scan confirm to write it down", place)
    }

    /// Writes down what was found: what was missing is nowhere, what was extra is here, the rest was seen.
    func applyCount(of place: Record, at name: SessionName, by attribution: Attribution) throws -> Told {
        guard let placement = Placement(at: place) else { return Told(StationGrammar.noPlaceOpen(place.barcode)) }
        let result = try result(of: place, at: name)
        var lost = MoveOrder(to: .unknown)
        lost.kind = .missed
        lost.isFinding = true
        var found = MoveOrder(to: placement)
        found.isFinding = true
        do {
            // All is judged before anything is written.
            var finding = try Mover(found, in: transaction, settings: settings)
            var missing = try Mover(lost, in: transaction, settings: settings)
            let transfers =
                try missing.transfers(of: result.missing, by: attribution)
                + finding.transfers(of: result.extra, by: attribution)
            for transfer in transfers.compactMap(\.self) {
                try transaction.append(.transferred(transfer), by: attribution)
            }
        } catch let refusal as Refusal {
            return Told(refusal, place)
        }
        let count = ContentsCount(
            subject: place.id,
            present: result.present.map(\.id),
            missing: result.missing.count,
            extra: result.extra.count
        )
        let entry = try transaction.append(.counted(count), by: attribution)
        try transaction.forgetCount(at: name)
        return Told(
            .accepted,
            "counted",
            "\(try describe(place)): \(try words(result)); written down",
            place,
            entry: entry.number
        )
    }

    private struct CountResult {
        var present: [Record] = []
        var missing: [Record] = []
        var extra: [Record] = []
        var unknown: [String] = []

        var isClean: Bool { missing.isEmpty && extra.isEmpty && unknown.isEmpty }
    }

    /// "12 seen, 1 missing: BX…, 1 extra: FD…, 1 unknown: …".
    private func words(_ result: CountResult) throws -> String {
        var words = ["\(result.present.count) seen"]
        let found = [
            ("missing", result.missing.count, try named(result.missing)),
            ("extra", result.extra.count, try named(result.extra)),
            ("unknown", result.unknown.count, Array(result.unknown.prefix(5))),
        ]
        for (word, count, codes) in found where count > 0 {
            let list = codes.joined(separator: " ") + (count > codes.count ? " …" : "")
            words.append("\(count) \(word): \(list)")
        }
        return words.joined(separator: ", ")
    }

    /// Barcodes of a few of them, that everybody who sees the screen may read.
    private func named(_ records: [Record]) throws -> [String] {
        var codes: [String] = []
        for record in records where codes.count < 5 {
            if try isForAll(record) { codes.append(record.barcode.text) }
        }
        return codes
    }

    private func result(of place: Record, at name: SessionName) throws -> CountResult {
        let expected = try transaction.view.contents(of: place.id, after: nil, limit: ContentsCount.mostThings).map(\.0)
        let counted = try transaction.view.counted(at: name)
        let seen = Set(counted.compactMap(\.record))
        let expectedOnes = Set(expected.map(\.id))
        var result = CountResult()
        for record in expected {
            if seen.contains(record.id) { result.present.append(record) } else { result.missing.append(record) }
        }
        let extra = seen.subtracting(expectedOnes).sorted()
        let records = try transaction.view.records(extra)
        result.extra = extra.compactMap { records[$0] }
        result.unknown = counted.filter { $0.record == nil }.map(\.code)
        return result
    }
}
