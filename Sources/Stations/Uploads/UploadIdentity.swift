import Circulation
import LogEntries
import ReadingFiles
import TransferLog
import Vocabulary

/// Finds the lines of a file that an earlier file already contained.
///
/// A line with a time is identified by its time, code and terminal, whatever the format of the file. Lines without
/// times are identified by their position: see ``UploadHistory``.
///
/// A line that another sender uploaded and that is concealed from this sender counts as new. Otherwise a file with a
/// single line would reveal whether its code belongs to a concealed entity.
struct UploadIdentity {
    /// The lines in replay order.
    private let lines: [ReadingFileLine]
    private let hasTimes: Bool
    /// The terminal of lines for which the file names none.
    private let scanner: ScannerName?
    private let repetition: UploadRepetition
    private let sender: Principal
    private let digests: [Digests]

    init(_ file: ReadingFile, scanner: ScannerName?, sender: Principal, repetition: UploadRepetition) {
        lines = file.replayed
        hasTimes = file.hasTimes
        self.scanner = scanner
        self.repetition = repetition
        self.sender = sender
        let salt = if case .again(let text) = repetition { text } else { "" }
        digests = Self.digests(of: file, scanner: scanner, salt: Array(salt.utf8))
    }

    /// Returns the reading that each line was stored as, or nil for a new line.
    func known(in view: LogView) throws -> [ReadingNumber?] {
        if case .again = repetition { return try digests.map { try reading(of: $0.own, in: view) } }
        var known = try zip(lines, digests).map { line, digests in try self.known(line, digests, in: view) }
        guard !hasTimes else { return known }
        var parts: [LineSource: [Int]] = [:]
        for (index, line) in lines.enumerated() where line.bytes.count <= Reading.longest {
            parts[line.source, default: []].append(index)
        }
        for part in parts.values where part.contains(where: { known[$0] == nil }) {
            let history = UploadHistory(view: view, scanner: lines[part[0]].scanner ?? scanner, sender: sender)
            let readings = try history.readings(of: part.map { lines[$0].bytes }, areSame: repetition == .same)
            for (index, reading) in zip(part, readings) { known[index] = reading }
        }
        return known
    }

    /// Records that line `index` was stored as `reading`.
    ///
    /// `before` is the preceding line from the same source.
    func remember(_ reading: ReadingNumber, index: Int, before: ReadingNumber?, in transaction: LogTransaction) throws {
        if !hasTimes { try transaction.remember(reading, after: before) }
        if case .again = repetition { return try transaction.remember(reading, of: digests[index].own) }
        guard hasTimes else { return }
        try transaction.remember(reading, of: digests[index].own)
        try transaction.remember(reading, of: digests[index].ofAnybody)
    }

    private func known(_ line: ReadingFileLine, _ digests: Digests, in view: LogView) throws -> ReadingNumber? {
        if let reading = try reading(of: digests.own, in: view) ?? reading(of: digests.ofFile, in: view) {
            return reading
        }
        guard hasTimes, let number = try reading(of: digests.ofAnybody, in: view) else { return nil }
        // Two terminals may read the same code at the same time. If one of the lines names no terminal, both count as
        // one reading.
        guard let own = line.scanner ?? scanner, let other = try view.reading(number)?.reading.scanner else {
            return number
        }
        return own == other ? number : nil
    }

    private func reading(of digest: BatchLineDigest, in view: LogView) throws -> ReadingNumber? {
        guard let number = try view.reading(of: digest), let stored = try view.reading(number) else { return nil }
        return try Circulation.isShown(stored, to: sender, in: view) ? number : nil
    }

    private struct Digests {
        let own: BatchLineDigest
        /// The digest without the terminal, because another export may omit it.
        let ofAnybody: BatchLineDigest
        /// The digest of a line in a file without times.
        let ofFile: BatchLineDigest
    }

    /// The key by which identical lines (same time, bytes and terminal) are counted.
    private struct Place: Hashable {
        let time: Int64
        let bytes: [UInt8]
        /// The terminal; nil for lines from any terminal.
        let origin: String?
    }

    private static func digests(of file: ReadingFile, scanner: ScannerName?, salt: [UInt8]) -> [Digests] {
        var counts: [Place: Int] = [:]
        let whole = BatchLineDigest([file.bytes])
        return file.replayed.map { line in
            let ofFile = BatchLineDigest([salt, Array("file".utf8), whole.bytes, bytes(Int64(line.number))])
            guard let time = line.occurredAt?.microseconds else {
                return Digests(own: ofFile, ofAnybody: ofFile, ofFile: ofFile)
            }
            func digest(_ origin: String?) -> BatchLineDigest {
                let place = Place(time: time, bytes: line.bytes, origin: origin)
                counts[place, default: 0] += 1
                return BatchLineDigest([
                    salt, Array("line".utf8), Array((origin ?? "").utf8), bytes(time), line.bytes,
                    bytes(Int64(counts[place] ?? 0)),
                ])
            }
            let origin = line.origin.isEmpty ? scanner?.text ?? "" : line.origin
            return Digests(own: digest(origin), ofAnybody: digest(nil), ofFile: ofFile)
        }
    }

    private static func bytes(_ number: Int64) -> [UInt8] { Array(String(number).utf8) }
}
