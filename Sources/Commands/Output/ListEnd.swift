/// How a list that was shown ends: how much of it there is, and whether all of that was shown.
struct ListEnd: Sendable, Hashable {
    /// Rows of the whole list; nil when nobody counted them.
    let total: Int?
    let isComplete: Bool
    /// Whether a higher limit shows more.
    let isCut: Bool

    /// A list that was shown whole.
    init(all count: Int) {
        self.init(count: count, counted: count, isEnd: true, isWhole: true)
    }

    /// - Parameters:
    ///   - count: rows that were shown.
    ///   - counted: rows that the list had when its first page was read; what came and went since shows in `count`.
    ///   - isEnd: whether the rows ended before the limit did.
    ///   - isWhole: whether the daemon says that nothing is missing.
    init(count: Int, counted: Int?, isEnd: Bool, isWhole: Bool) {
        isCut = !isEnd
        isComplete = isEnd && isWhole
        total = isComplete ? count : counted.map { max($0, isEnd ? count : count + 1) }
    }
}
