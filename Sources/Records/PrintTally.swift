/// How many labels of a run are in which state.
public struct PrintTally: Sendable, Hashable {
    private var counts: [PrintedLabelState: Int] = [:]

    public init() {}

    public subscript(_ state: PrintedLabelState) -> Int {
        get { counts[state] ?? 0 }
        set { counts[state] = newValue }
    }

    public var total: Int { counts.values.reduce(0, +) }
    /// Whether nothing is left to print, to wait for or to decide.
    public var isSettled: Bool { self[.waiting] + self[.sent] + self[.doubtful] == 0 }
}
