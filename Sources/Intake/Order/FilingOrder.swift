/// Determines the order of the files in one folder, as far as their names and times agree.
///
/// Within one series of names the names decide, unless clearly different times contradict them. Otherwise the times
/// at which the files were begun decide, unless the files appeared in another order. Times are compared only within
/// one file system, never with the daemon's clock.
struct FilingOrder {
    struct Entry {
        let name: NaturalName
        /// Files of an earlier round precede those of a later one, whatever their names and times.
        var round = 0
        /// When the file was begun and completed, in nanoseconds by the clock of the machine that stores it.
        let began: Int64
        let ended: Int64
        /// When the daemon first saw it.
        let seen: ContinuousClock.Instant
        /// Its position among the files that appeared while the daemon was watching.
        let ordinal: Int?
        /// Whether the daemon saw the file created in this folder, rather than moved into it.
        var isCreatedHere = false
    }

    /// Smaller differences may come from one copy operation, or from a coarse clock.
    static let clearly = 2_000_000_000 as Int64

    /// The indices of `entries`, in filing order.
    ///
    /// The order of entries within one block cannot be determined.
    static func blocks(of entries: [Entry]) -> [[Int]] {
        let rounds = Dictionary(grouping: entries.indices) { entries[$0].round }
        return rounds.sorted { $0.key < $1.key }.flatMap { FilingOrder(entries, $0.value).blocks }
    }

    private let entries: [Entry]
    /// Indices into `entries`, sorted by time, and by name within each run of one series.
    private let line: [Int]
    /// Whether the order between an element of `line` and the next is unknown.
    private var isOpen: [Bool]

    private init(_ entries: [Entry], _ members: [Int]) {
        self.entries = entries
        let byTime = members.sorted { a, b in
            let (a, b) = (entries[a], entries[b])
            return (a.began, a.ended, a.seen, a.ordinal ?? .max, a.name.text)
                < (b.began, b.ended, b.seen, b.ordinal ?? .max, b.name.text)
        }
        var line: [Int] = []
        var run: [Int] = []
        for member in byTime {
            if let last = run.last, entries[last].name.series != entries[member].name.series {
                line += Self.byName(run, entries)
                run = []
            }
            run.append(member)
        }
        self.line = line + Self.byName(run, entries)
        isOpen = Array(repeating: false, count: max(members.count - 1, 0))
        compareSeries()
        compareTimes()
    }

    private var blocks: [[Int]] {
        var blocks: [[Int]] = []
        for (place, member) in line.enumerated() {
            if place > 0, isOpen[place - 1] {
                blocks[blocks.count - 1].append(member)
            } else {
                blocks.append([member])
            }
        }
        return blocks
    }

    private static func byName(_ run: [Int], _ entries: [Entry]) -> [Int] {
        let places = run.enumerated().sorted { a, b in
            let (first, second) = (entries[a.element].name, entries[b.element].name)
            return first.precedes(second) || (!second.precedes(first) && a.offset < b.offset)
        }
        return places.map(\.element)
    }

    // MARK: - Within a series

    private mutating func compareSeries() {
        let places = Dictionary(grouping: line.indices) { entries[line[$0]].name.series }
        for places in places.values where places.count > 1 {
            let members = places.map { entries[line[$0]] }
            let timesCount = !Self.isSortedByText(members)
            for cut in Self.cuts(of: members) where contradicts(cut, timesCount: timesCount) {
                for place in places[cut.index]..<places[cut.index + 1] { isOpen[place] = true }
            }
        }
    }

    /// Summarises the files on either side of a boundary in the order.
    private struct Cut {
        let index: Int
        let lastBefore: Entry
        let firstAfter: Entry
        let latestName: NaturalName
        let earliestName: NaturalName
        let latestBegan: Int64
        let earliestBegan: Int64
        let latestEnded: Int64
        let earliestEnded: Int64
        let latestSeen: ContinuousClock.Instant
        let earliestSeen: ContinuousClock.Instant
        let latestOrdinal: Int
        let earliestOrdinal: Int

        /// The time between the last start before the boundary and the first start after it; negative when they
        /// overlap.
        var gap: Int64 { earliestBegan.subtractingReportingOverflow(latestBegan).partialValue }
        /// Whether some file before the boundary was seen clearly later than some file after it.
        var isSeenOtherwise: Bool { latestSeen - earliestSeen >= .nanoseconds(FilingOrder.clearly) }
        var isSeenSo: Bool { earliestSeen - latestSeen >= .nanoseconds(FilingOrder.clearly) }
    }

    private func contradicts(_ cut: Cut, timesCount: Bool) -> Bool {
        if cut.earliestName.precedes(cut.latestName) { return true }
        if !cut.latestName.precedes(cut.earliestName), !isOrderedByTime(cut) { return true }
        guard timesCount else { return false }
        return cut.gap <= -Self.clearly || (cut.isSeenOtherwise && cut.gap <= 0)
    }

    /// Whether the files appear to have been copied in order of their names as text, as shells and file servers do.
    ///
    /// Their times then carry no information beyond the names.
    private static func isSortedByText(_ members: [Entry]) -> Bool {
        guard members.count >= 5 else { return false }
        let byTime = members.sorted { ($0.began, $0.ordinal ?? .max) < ($1.began, $1.ordinal ?? .max) }
        return zip(byTime, byTime.dropFirst()).allSatisfy { $0.name.text < $1.name.text }
    }

    // MARK: - Between series

    private mutating func compareTimes() {
        guard line.count > 1 else { return }
        for cut in Self.cuts(of: line.map { entries[$0] })
        where cut.lastBefore.name.series != cut.firstAfter.name.series {
            if !isOrderedByTime(cut) { isOpen[cut.index] = true }
        }
    }

    private func isOrderedByTime(_ cut: Cut) -> Bool {
        if cut.gap == 0, cut.earliestEnded >= cut.latestEnded {
            // Within one tick of the clock, a file that was created here before the next one appeared precedes it.
            return cut.isSeenSo || (cut.lastBefore.isCreatedHere && cut.latestOrdinal < cut.earliestOrdinal)
        }
        guard cut.gap > 0, cut.earliestEnded > cut.latestEnded, !cut.isSeenOtherwise else { return false }
        return cut.gap >= Self.clearly || cut.latestOrdinal < cut.earliestOrdinal
    }

    private static func cuts(of members: [Entry]) -> [Cut] {
        var cuts: [Cut] = []
        var earliest = Array(repeating: members[members.count - 1], count: members.count)
        var ends = members.map(\.ended)
        var began = members.map(\.began)
        var seen = members.map(\.seen)
        var ordinals = members.map { $0.ordinal ?? .max }
        for index in members.indices.dropLast().reversed() {
            let next = index + 1
            earliest[index] = earliest[next].name.precedes(members[index].name) ? earliest[next] : members[index]
            ends[index] = min(ends[index], ends[next])
            began[index] = min(began[index], began[next])
            seen[index] = min(seen[index], seen[next])
            // The position of an older file is not comparable with files that arrived long before it.
            if began[next].subtractingReportingOverflow(members[index].began).partialValue < clearly {
                ordinals[index] = min(ordinals[index], ordinals[next])
            }
        }
        var latest = (name: members[0].name, began: Int64.min, ended: Int64.min, seen: members[0].seen, ordinal: -1)
        for (index, member) in members.enumerated().dropLast() {
            if latest.name.precedes(member.name) { latest.name = member.name }
            if latest.began == .min || member.began.subtractingReportingOverflow(latest.began).partialValue < clearly {
                latest.ordinal = max(latest.ordinal, member.ordinal ?? -1)
            } else {
                latest.ordinal = member.ordinal ?? -1
            }
            latest.began = max(latest.began, member.began)
            latest.ended = max(latest.ended, member.ended)
            latest.seen = max(latest.seen, member.seen)
            let next = index + 1
            cuts.append(
                Cut(
                    index: index,
                    lastBefore: member,
                    firstAfter: members[next],
                    latestName: latest.name,
                    earliestName: earliest[next].name,
                    latestBegan: latest.began,
                    earliestBegan: began[next],
                    latestEnded: latest.ended,
                    earliestEnded: ends[next],
                    latestSeen: latest.seen,
                    earliestSeen: seen[next],
                    latestOrdinal: latest.ordinal,
                    earliestOrdinal: ordinals[next]
                )
            )
        }
        return cuts
    }
}
