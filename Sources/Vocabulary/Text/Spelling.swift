/// Suggests corrections for misspelt words.
public enum Spelling {
    /// Returns the words of `known` that are nearest to `word`, best first, at most three; empty if none is near.
    ///
    /// A word is near within one slip, and one more for every three letters from the fifth: a letter missing, added or
    /// wrong, or two exchanged. A prefix of three letters or more is near, too, and so is the part before a hyphen.
    public static func nearest(to word: String, among known: [String]) -> [String] {
        let typed = word.lowercased()
        let ranked = Set(known).compactMap { candidate -> (slips: Int, word: String)? in
            if let slips = slips(from: typed, to: candidate.lowercased()) { return (slips, candidate) }
            if let head = candidate.lowercased().split(separator: "-").first, head.utf8.count < candidate.utf8.count,
                head.utf8.count >= 3, let slips = slips(from: typed, to: String(head))
            {
                return (slips + 1, candidate)
            }
            return typed.utf8.count >= 3 && candidate.lowercased().hasPrefix(typed)
                ? (typed.utf8.count, candidate) : nil
        }
        return ranked.sorted { ($0.slips, $0.word) < ($1.slips, $1.word) }.prefix(3).map(\.word)
    }

    /// Returns the number of slips between two words; nil if they are not near.
    private static func slips(from typed: String, to candidate: String) -> Int? {
        let slips = distance(Array(typed.utf8), Array(candidate.utf8))
        let most = max(1, (min(typed.utf8.count, candidate.utf8.count) + 1) / 3)
        return slips <= most && slips < candidate.utf8.count ? slips : nil
    }

    /// The number of letters to insert, remove, change or exchange with their neighbour (optimal string alignment).
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for i in first.indices {
            var row = [i + 1]
            for j in second.indices {
                var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (first[i] == second[j] ? 0 : 1))
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[second.count]
    }
}
