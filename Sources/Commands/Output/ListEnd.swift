/// The end of a list that was shown: its total, and whether all of it was shown.
struct ListEnd: Sendable, Hashable {
    /// The number of rows in the whole list; nil if unknown.
    let total: Int?
    let isComplete: Bool
    /// Whether a higher limit would show more.
    let isCut: Bool

    /// Creates the end of a list that was shown completely.
    init(all count: Int) {
        self.init(count: count, counted: count, isEnd: true, isWhole: true)
    }

    /// Creates the end of a list.
    ///
    /// - Parameters:
    ///   - count: rows that were shown.
    ///   - counted: rows in the list when its first page was read; later changes are reflected in `count`.
    ///   - isEnd: whether the list ended before the limit.
    ///   - isWhole: whether the daemon reports that no rows are missing.
    init(count: Int, counted: Int?, isEnd: Bool, isWhole: Bool) {
        isCut = !isEnd
        isComplete = isEnd && isWhole
        total = isComplete ? count : counted.map { max($0, isEnd ? count : count + 1) }
    }
}
