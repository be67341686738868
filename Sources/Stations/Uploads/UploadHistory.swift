import Circulation
import Localization
import TransferLog
import Vocabulary

/// Compares a new upload without times with earlier uploads.
///
/// A file that begins with a complete earlier file is the same file with lines added: only the added lines are new. A
/// file that is the beginning of an earlier file contains nothing new. A partial match may be an edited copy, or a
/// terminal that was cleared and then read the same codes again. If the difference matters, the file is refused.
struct UploadHistory {
    let view: LogView
    /// The terminal of the upload; nil if it is unknown.
    let scanner: ScannerName?
    /// The sender of the new upload.
    let sender: Principal

    /// The number of earlier lines with the same code to examine, newest first.
    private static let mostCandidates = 16

    /// Returns the earlier reading for each of `codes`, or nil for a new one.
    ///
    /// - Parameter areSame: whether the sender declares that lines found in an earlier file are the same readings.
    func readings(of codes: [[UInt8]], areSame: Bool) throws -> [ReadingNumber?] {
        guard let first = codes.first else { return [] }
        let beginnings = try view.uploads(beginningWith: first, limit: Self.mostCandidates)
        let beginning = try longestPath(from: beginnings, codes)
        let nothing = [ReadingNumber?](repeating: nil, count: codes.count)
        func filled(_ part: [ReadingNumber]) -> [ReadingNumber?] { part + nothing.dropFirst(part.count) }
        if beginning.count == codes.count { return beginning }
        if let last = beginning.last, try view.uploadedLines(after: last, limit: 1).isEmpty { return filled(beginning) }
        if let reordered = try inAnotherOrder(codes) {
            guard areSame else {
                throw Self.refusal(Message("it has the lines of an earlier file in another order"))
            }
            return reordered
        }
        let isAmongOthers = beginning.isEmpty
        let part = isAmongOthers ? try run(of: codes) : beginning
        if areSame { return filled(part) }
        // If nothing moved since, reading the same codes again changes nothing, and the lines are stored as new
        // readings.
        guard try part.contains(where: isOvertaken) else { return nothing }
        guard isAmongOthers else {
            let why = Message(
                "its first {count} line is that of an earlier file, and things were moved since",
                plural: "its first {count} lines are those of an earlier file, and things were moved since",
                count: part.count
            )
            throw Self.refusal(why)
        }
        throw Self.refusal(
            Message("all of its lines stand in the middle of an earlier file, and things were moved since")
        )
    }

    private static func refusal(_ why: Message) -> Refusal {
        let what = Message(
            "cannot take the file: \(why, "reason"); take it with --again when they were read again, with --continue "
                + "when they are the same readings"
        )
        return Refusal(.partlyTaken, what)
    }

    private func isOwn(_ line: StoredReading) throws -> Bool {
        guard try Circulation.isShown(line, to: sender, in: view) else { return false }
        guard let scanner, let other = line.reading.scanner else { return true }
        return scanner == other
    }

    /// Returns the longest prefix of `codes` that an earlier upload contains consecutively, beginning at one of
    /// `starts`.
    private func longestPath(from starts: [StoredReading], _ codes: [[UInt8]]) throws -> [ReadingNumber] {
        var longest: [ReadingNumber] = []
        for start in starts where try isOwn(start) {
            var path = [start.number]
            for code in codes.dropFirst() {
                let next = try view.uploadedLines(after: path[path.count - 1], limit: Self.mostCandidates)
                let line = try next.first {
                    try $0.reading.bytes == code && Circulation.isShown($0, to: sender, in: view)
                }
                guard let line else { break }
                path.append(line.number)
            }
            if path.count > longest.count { longest = path }
        }
        return longest
    }

    /// Returns the readings of all `codes` if an earlier upload contains them consecutively; otherwise an empty list.
    ///
    /// A single code is not enough evidence.
    private func run(of codes: [[UInt8]]) throws -> [ReadingNumber] {
        guard codes.count > 1 else { return [] }
        let path = try longestPath(from: view.uploadedLines(codes[0], limit: Self.mostCandidates), codes)
        return path.count == codes.count ? path : []
    }

    /// Returns the lines of an earlier upload that has the same codes in another order; nil if there is none.
    private func inAnotherOrder(_ codes: [[UInt8]]) throws -> [ReadingNumber]? {
        guard codes.count > 2 else { return nil }
        let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
        for candidate in try view.uploadedLines(codes[0], limit: Self.mostCandidates) where try isOwn(candidate) {
            let upload = try upload(around: candidate, atMost: codes.count)
            guard try upload.allSatisfy({ try Circulation.isShown($0, to: sender, in: view) }) else { continue }
            guard Dictionary(upload.map { ($0.reading.bytes, 1) }, uniquingKeysWith: +) == counts else { continue }
            var lines = Dictionary(grouping: upload, by: \.reading.bytes)
            return codes.compactMap { lines[$0]?.popLast()?.number }
        }
        return nil
    }

    /// Returns the upload that contains a line.
    ///
    /// Reading stops once it has more than `most` lines.
    private func upload(around line: StoredReading, atMost most: Int) throws -> [StoredReading] {
        var upload = [line]
        while upload.count <= most, let number = try view.uploadedLine(before: upload[0].number),
            let before = try view.reading(number)
        { upload.insert(before, at: 0) }
        while upload.count <= most,
            let next = try view.uploadedLines(after: upload[upload.count - 1].number, limit: 1).first
        { upload.append(next) }
        return upload
    }

    /// Whether the item or container moved again after this reading, so that repeating the reading would change its
    /// placement.
    private func isOvertaken(_ reading: ReadingNumber) throws -> Bool {
        guard let number = try view.outcome(of: reading)?.entry else { return false }
        let entry = try view.entry(number)
        guard case .transferred(let transfer) = entry.fact else { return false }
        return try view.lastPlacement(of: transfer.subject)?.entry != number
    }
}
