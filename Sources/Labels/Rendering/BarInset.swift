/// How much white is shaved off each side of a bar, in dots, so that every printer rounds it to the same dots.
///
/// Some fill each dot that a bar touches, some each whose middle it covers. The inset must be more than the bar may
/// be out of place, and together with that less than half a dot.
struct BarInset: Sendable, Hashable {
    /// Both in hundredths.
    let horizontal: Int
    let vertical: Int

    /// For PDF: nearly a quarter, as a page may begin as much to either side of a dot when it is placed on paper.
    static let document = BarInset(horizontal: 24, vertical: 24)
}
