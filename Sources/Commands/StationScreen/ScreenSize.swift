/// How much a terminal shows.
struct ScreenSize: Sendable, Hashable {
    /// Beyond this a terminal does not say the truth.
    private static let most = 1_000

    let columns: Int
    let rows: Int

    /// At least one cell, and no more than a screen has.
    init(columns: Int, rows: Int) {
        self.columns = min(max(1, columns), Self.most)
        self.rows = min(max(1, rows), Self.most)
    }

    /// What terminals have that do not say how large they are.
    static let standard = ScreenSize(columns: 80, rows: 24)
}
