/// The size of a terminal.
struct ScreenSize: Sendable, Hashable {
    /// The maximum; a terminal that reports more is not believable.
    private static let most = 1_000

    let columns: Int
    let rows: Int

    /// Creates a size, clamped to between one cell and the maximum.
    init(columns: Int, rows: Int) {
        self.columns = min(max(1, columns), Self.most)
        self.rows = min(max(1, rows), Self.most)
    }

    /// The size for terminals that do not report one.
    static let standard = ScreenSize(columns: 80, rows: 24)
}
