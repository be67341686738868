public import Barcodes
public import Circulation
import Localization
public import TransferLog
public import Vocabulary

/// A stored reading with its outcome.
public struct ReadingSummary: Sendable, Hashable {
    public let stored: StoredReading
    /// The outcome; nil until the reading is interpreted.
    public let outcome: StoredOutcome?
}

extension Circulation {
    /// Lists readings before `cursor` with their outcomes, newest first.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func readings(
        before cursor: ReadingNumber?,
        limit: Int
    ) async throws -> Listed<ReadingSummary, ReadingNumber> {
        try await read { view in
            try Listed(after: cursor, limit: limit, in: view, place: \.stored.number) { view in
                try Self.readingCount(in: view)
            } rows: { view, cursor, limit in
                try Self.readings(before: cursor, limit: limit, in: view)
            }
        }
    }

    private static func readings(
        before cursor: ReadingNumber?,
        limit: Int,
        in view: LogView
    ) throws -> [ReadingSummary] {
        var lines: [ReadingSummary] = []
        var next = cursor
        // Readings about concealed entities are left out and do not count.
        while lines.count < limit {
            let stored = try view.readings(before: next, limit: limit)
            for reading in stored where lines.count < limit {
                let outcome = try view.outcome(of: reading.number)
                guard try !isConcealed(reading, outcome, in: view) else { continue }
                lines.append(ReadingSummary(stored: reading, outcome: outcome))
            }
            guard stored.count == limit, let last = stored.last else { break }
            next = last.number
        }
        return lines
    }

    /// Returns the number of readings that the caller may see; nil if some are concealed and there are too many to
    /// examine within seconds.
    private static func readingCount(in view: LogView) throws -> Int? {
        let all = try view.readingCount()
        let concealed = try view.concealedEntities()
        guard !concealed.isEmpty else { return all }
        guard all <= LogView.mostCounted else { return nil }
        let barcodes = try view.barcodes(of: concealed)
        let codes = try barcodes.union(view.concealedLists())
        let entries = try view.entriesLeftOut(because: concealed)
        return try view.readingCount { reading in
            if let entry = reading.entry, entries.contains(entry) { return false }
            if isErased(reading.bytes, kind: reading.kind) { return false }
            if let kind = reading.kind, ofUnknownCodes.contains(kind) { return true }
            let read = ReadingInterpretation(of: reading.bytes, symbology: reading.symbology)
            return codes.isDisjoint(with: read.barcodes(as: reading.role))
        }
    }

    /// Returns one reading with its outcome; refused if there is none with this number.
    ///
    /// - Throws: `Refusal` if there is none; `TransferLogError` if the log cannot be read.
    public func reading(_ number: ReadingNumber) async throws -> ReadingSummary {
        try await read { view in
            let unknown = Refusal(
                .unknownReading,
                Message("cannot find reading \(number, "reading"): none has this number")
            )
            guard let stored = try view.reading(number) else { throw unknown }
            let outcome = try view.outcome(of: number)
            guard try !Self.isConcealed(stored, outcome, in: view) else { throw unknown }
            return ReadingSummary(stored: stored, outcome: outcome)
        }
    }

    /// Whether the caller has clearance for a reading, the entity that it names and its outcome.
    ///
    /// The check is not recorded as access.
    ///
    /// - Throws: `TransferLogError` if the log cannot be read.
    public func mayKnow(of number: ReadingNumber, about barcode: Barcode?) async throws -> Bool {
        guard clearance < .everything else { return true }
        return try await log.read(as: clearance) { view in
            if let barcode, try view.conceals(barcode) { return false }
            guard let stored = try view.reading(number) else { return false }
            return try !Self.isConcealed(stored, try view.outcome(of: number), in: view)
        }
    }

    /// The outcomes of readings with unknown codes.
    ///
    /// Readings of concealed entities end in the same way, so that they cannot be told apart.
    private static let ofUnknownCodes: Set<String> = [
        RefusalKind.unknownBarcode.rawValue, RefusalKind.unknownLocation.rawValue,
        RefusalKind.unknownPullList.rawValue, RefusalKind.notOnList.rawValue, "counted-unknown",
    ]

    /// Whether the bytes of a reading were erased with the texts of an expunged entity; a reading that was empty when it
    /// was stored is unreadable.
    private static func isErased(_ bytes: [UInt8], kind: String?) -> Bool {
        guard bytes.isEmpty, let kind else { return false }
        return kind != RefusalKind.unreadable.rawValue
    }

    /// Whether a reading names, or led to an entry about, an entity that is concealed from the caller.
    static func isConcealed(_ stored: StoredReading, _ outcome: StoredOutcome?, in view: LogView) throws -> Bool {
        if let entry = outcome?.entry, try view.leavesOut(view.entry(entry)) { return true }
        if isErased(stored.reading.bytes, kind: outcome?.kind) { return view.hidesExpunged }
        if let kind = outcome?.kind, ofUnknownCodes.contains(kind) { return false }
        return try ReadingInterpretation(of: stored.reading).barcodes(as: stored.reading.role).contains(
            where: view.conceals
        )
    }
}
