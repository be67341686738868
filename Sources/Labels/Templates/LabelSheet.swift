/// A sheet of labels: where they lie on the page, in rows that are read like a text.
public struct LabelSheet: Sendable, Hashable {
    /// The size of the sheet as the printer feeds it.
    public let page: LabelMedia
    public let columns: Int
    public let rows: Int
    /// The upper left corner of the first label.
    public let first: LabelPoint
    /// From the left edge of one label to that of the next, in millimetres; beside and below.
    public let pitch: LabelPoint

    /// Columns and rows that a sheet may have.
    static let counts = 1...40

    public var cells: Int { columns * rows }

    /// The upper left corner of a label, counted from 0.
    func corner(of cell: Int) -> LabelPoint {
        let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
        return LabelPoint(x: first.x + Double(column) * pitch.x, y: first.y + Double(row) * pitch.y)
    }
}
