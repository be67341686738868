/// A sheet of labels, arranged in rows from left to right.
public struct LabelSheet: Sendable, Hashable {
    /// The size of the sheet.
    public let page: LabelMedia
    public let columns: Int
    public let rows: Int
    /// The upper left corner of the first label.
    public let first: LabelPoint
    /// The distance between the left edges, and the upper edges, of neighbouring labels, in millimetres.
    public let pitch: LabelPoint

    /// The permitted numbers of columns and rows.
    static let counts = 1...40

    public var cells: Int { columns * rows }

    /// Returns the upper left corner of a label, counted from 0.
    func corner(of cell: Int) -> LabelPoint {
        let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
        return LabelPoint(x: first.x + Double(column) * pitch.x, y: first.y + Double(row) * pitch.y)
    }
}
