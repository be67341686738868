/// A row of a table.
protocol TableRow: Documented {
    /// The column headings.
    static var columns: [String] { get }

    /// The text of each column, for people.
    var cells: [StyledText] { get }
    /// The identifier of the row.
    var identifier: String { get }
}
