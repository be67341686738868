/// One of many things of the same sort.
protocol TableRow: Documented {
    /// The headings.
    static var columns: [String] { get }

    /// What people read, a text for each column.
    var cells: [StyledText] { get }
    /// What identifies it.
    var identifier: String { get }
}
