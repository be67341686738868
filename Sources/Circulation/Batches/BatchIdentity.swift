import Records
import TransferLog

/// Finds the lines of a file that an earlier file had.
///
/// A line with a time is known by its time, its code and its terminal, in whatever form the file is written. Lines without
/// times are known by where they stand: see ``UploadHistory``.
///
/// A line that somebody else sent, and of which the sender may not know, counts as never sent: otherwise a file of one
/// line would show whether its code is that of something concealed.
struct BatchIdentity {
    /// In the order in which they are replayed.
    private let lines: [BatchLine]
    private let hasTimes: Bool
    /// The terminal, where the file does not name it.
    private let scanner: ScannerName?
    private let repetition: BatchRepetition
    private let sender: Principal
    private let digests: [Digests]

    init(_ file: BatchFile, scanner: ScannerName?, sender: Principal, repetition: BatchRepetition) {
        lines = file.replayed
        hasTimes = file.hasTimes
        self.scanner = scanner
        self.repetition = repetition
        self.sender = sender
        let salt = if case .again(let text) = repetition { text } else { "" }
        digests = Self.digests(of: file, scanner: scanner, salt: Array(salt.utf8))
    }

    /// The readings that the lines were kept as; nil for new ones.
    func known(in view: LogView) throws -> [ReadingNumber?] {
        if case .again = repetition { return try digests.map { try reading(of: $0.own, in: view) } }
        var known = try zip(lines, digests).map { line, digests in try self.known(line, digests, in: view) }
        guard !hasTimes else { return known }
        var parts: [BatchSource: [Int]] = [:]
        for (index, line) in lines.enumerated() where line.bytes.count <= Reading.longest {
            parts[line.source, default: []].append(index)
        }
        for part in parts.values where part.contains(where: { known[$0] == nil }) {
            let history = UploadHistory(
                view: view,
                scanner: lines[part[0]].scanner ?? scanner,
                sender: sender
            )
            let readings = try history.readings(of: part.map { lines[$0].bytes }, areSame: repetition == .same)
            for (index, reading) in zip(part, readings) { known[index] = reading }
        }
        return known
    }

    /// Keeps that line `index` is `reading`; `before` is the line of its source before it.
    func remember(_ reading: ReadingNumber, index: Int, before: ReadingNumber?, in transaction: LogTransaction) throws {
        if !hasTimes { try transaction.remember(reading, after: before) }
        if case .again = repetition { return try transaction.remember(reading, of: digests[index].own) }
        guard hasTimes else { return }
        try transaction.remember(reading, of: digests[index].own)
        try transaction.remember(reading, of: digests[index].ofAnybody)
    }

    private func known(_ line: BatchLine, _ digests: Digests, in view: LogView) throws -> ReadingNumber? {
        if let reading = try reading(of: digests.own, in: view) ?? reading(of: digests.ofFile, in: view) {
            return reading
        }
        guard hasTimes, let number = try reading(of: digests.ofAnybody, in: view) else { return nil }
        // Two terminals may read the same at the same time; where one is not named they are taken for the same.
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
        /// Without the terminal, which another export may leave out.
        let ofAnybody: BatchLineDigest
        /// That of a line in a file without times.
        let ofFile: BatchLineDigest
    }

    /// The same lines at the same time from the same terminal are counted.
    private struct Place: Hashable {
        let time: Int64
        let bytes: [UInt8]
        /// nil for those of any terminal.
        let origin: String?
    }

    private static func digests(of file: BatchFile, scanner: ScannerName?, salt: [UInt8]) -> [Digests] {
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
