/// How much is removed from each side of a bar, in dots, so that every printer rounds it to the same dots.
///
/// Some printers fill each dot that a bar touches, some each dot whose centre it covers. The inset must exceed the
/// possible offset of the bar, and the sum of both must be less than half a dot.
struct BarInset: Sendable, Hashable {
    /// Both insets in hundredths of a dot.
    let horizontal: Int
    let vertical: Int

    /// The inset for PDF: nearly a quarter, because a page on paper may be offset by as much to either side of a dot.
    static let document = BarInset(horizontal: 24, vertical: 24)
}
