import Localization
import Vocabulary

/// Decides when and in which order the lines of a file were read.
///
/// A file is normally ordered by time, oldest first or newest first. That order settles the order of lines with equal
/// times, and which of two instants is meant in the hour that is repeated when summer time ends. Any other order means
/// several terminals or a clock that was reset. Such lines can be sorted only if all times differ and one terminal is
/// known to have read them.
struct LineOrder {
    /// Whether the sender declares that one terminal read all lines.
    let isOfOneTerminal: Bool

    /// Returns the lines with their times, in the order in which they were read.
    func arranged(_ drafts: [LineDraft]) throws(ReadingFileError) -> [LineDraft] {
        guard drafts.contains(where: { !$0.instants.isEmpty }) else { return drafts }
        if let whole = try run(drafts) { return whole.drafts }
        // The file may consist of one section for each terminal, each with its own order.
        var keys: [Key] = []
        var parts: [Key: [LineDraft]] = [:]
        for draft in drafts {
            let key = Key(source: draft.line.source, upload: draft.line.upload)
            if parts[key] == nil { keys.append(key) }
            parts[key, default: []].append(draft)
        }
        var runs: [Run] = []
        for key in keys {
            let part = parts[key] ?? []
            if let run = try run(part) {
                runs.append(run)
            } else if let run = try sorted(part, isNamed: !key.source.origin.isEmpty) {
                runs.append(run)
            } else {
                throw Self.disorder(part)
            }
        }
        // A section whose lines all have one time follows the order of the other sections.
        let isNewestFirst =
            runs.contains { $0.direction == .newestFirst } && !runs.contains { $0.direction == .oldestFirst }
        return runs.flatMap { $0.direction == .none && isNewestFirst ? $0.drafts.reversed() : $0.drafts }
            .enumerated()
            .sorted { ($0.element.instants[0], $0.offset) < ($1.element.instants[0], $1.offset) }
            .map(\.element)
    }

    private struct Key: Hashable {
        let source: LineSource
        let upload: Int
    }

    private enum Direction { case oldestFirst, newestFirst, none, sorted }

    /// Lines with one instant each, oldest first.
    private struct Run {
        let direction: Direction
        let drafts: [LineDraft]
    }

    /// Returns the lines as one run in either direction, or nil if they are not in order.
    private func run(_ drafts: [LineDraft]) throws(ReadingFileError) -> Run? {
        let reversed = Array(drafts.reversed())
        let (ascending, descending) = (Bounds(drafts), Bounds(reversed))
        let unclear = drafts.first { $0.instants.count > 1 }
        switch (ascending, descending) {
        case (nil, nil): return nil
        case (let bounds?, nil):
            return Run(direction: .oldestFirst, drafts: try bounds.settled(drafts))
        case (nil, let bounds?):
            return Run(direction: .newestFirst, drafts: try bounds.settled(reversed))
        case (_?, _?):
            if let unclear { throw Self.twice(unclear) }
            return Run(direction: .none, drafts: drafts)
        }
    }

    /// Returns the lines sorted by time, or nil if they may come from several terminals.
    ///
    /// Refuses equal and ambiguous times.
    private func sorted(_ drafts: [LineDraft], isNamed: Bool) throws(ReadingFileError) -> Run? {
        guard isNamed || isOfOneTerminal else { return nil }
        if let unclear = drafts.first(where: { $0.instants.count > 1 }) { throw Self.twice(unclear) }
        let sorted = drafts.sorted { ($0.instants[0], $0.line.number) < ($1.instants[0], $1.line.number) }
        for (before, behind) in zip(sorted, sorted.dropFirst()) where before.instants == behind.instants {
            let (first, second) = (
                MessageArgument.number(Int64(before.line.number)), MessageArgument.number(Int64(behind.line.number))
            )
            let what = Message(
                "lines \(first, "first") and \(second, "second") have the same time, and the file is in no order: "
                    + "sort it by time before it leaves the terminal"
            )
            throw .wrongLine(behind.line.number, what)
        }
        return Run(direction: .sorted, drafts: sorted)
    }

    private static func disorder(_ drafts: [LineDraft]) -> ReadingFileError {
        let rise = drafts.indices.dropFirst().first { drafts[$0].instants[0] > drafts[$0 - 1].instants[0] }
        let index = max(Bounds.firstFault(in: drafts) ?? 1, rise ?? 1)
        let (line, before) = (drafts[index], drafts[index - 1])
        let number = MessageArgument.number(Int64(before.line.number))
        let what = Message(
            "“\(line.written.prefix(48), "time")” is out of order behind “\(before.written.prefix(48), "before")” of line "
                + "\(number, "line"); when several terminals read them, name the column that says which with --columns; "
                + "when one did, give its name with --scanner"
        )
        return .wrongLine(line.line.number, what)
    }

    static func twice(_ draft: LineDraft) -> ReadingFileError {
        let instants = MessageArgument.any(draft.instants.map { .text(String($0.rfc3339.prefix(19)) + "Z") })
        let what = Message(
            "“\(draft.written.prefix(48), "time")” came twice when summer time ended: it may be \(instants, "times"); "
                + "say which clock the terminal had with --utc-offset"
        )
        return .wrongLine(draft.line.number, what)
    }

    /// The earliest and the latest instants that put the lines in order from oldest to newest.
    private struct Bounds {
        let earliest: [Timestamp]
        let latest: [Timestamp]

        init?(_ drafts: [LineDraft]) {
            guard Self.firstFault(in: drafts) == nil else { return nil }
            var earliest: [Timestamp] = []
            for draft in drafts {
                guard
                    let found = draft.instants.first(where: { instant in earliest.last.map { $0 <= instant } ?? true })
                else { return nil }
                earliest.append(found)
            }
            var latest: [Timestamp] = []
            for draft in drafts.reversed() {
                guard let found = draft.instants.last(where: { instant in latest.last.map { instant <= $0 } ?? true })
                else { return nil }
                latest.append(found)
            }
            self.earliest = earliest
            self.latest = latest.reversed()
        }

        /// Returns the index of the first line that is out of order.
        static func firstFault(in drafts: [LineDraft]) -> Int? {
            var last = Timestamp(clamping: 0)
            for (index, draft) in drafts.enumerated() {
                guard let found = draft.instants.first(where: { $0 >= last }) else { return index }
                last = found
            }
            return nil
        }

        /// Returns the lines with their only possible instants.
        ///
        /// Refuses a line that has two.
        func settled(_ drafts: [LineDraft]) throws(ReadingFileError) -> [LineDraft] {
            var settled = drafts
            for index in drafts.indices {
                guard earliest[index] == latest[index] else { throw LineOrder.twice(drafts[index]) }
                settled[index].instants = [earliest[index]]
            }
            return settled
        }
    }
}
