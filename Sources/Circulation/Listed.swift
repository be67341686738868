import TransferLog

/// A part of a list in its order, and how long the whole list is: the collection of its rows.
public struct Listed<Row: Sendable, Cursor: Sendable>: Sendable {
    public let rows: [Row]
    /// How many rows the whole list has for the caller.
    ///
    /// Nil for a part that follows a cursor, because its first part was counted, and where counting would take too long.
    public let total: Int?
    /// Where the next part begins; nil when the list ends with this one.
    public let next: Cursor?
    /// Whether nothing belongs to the list that cannot be listed yet, such as titles that cannot be searched yet.
    public var isWhole = true

    /// Reads the part of at most `limit` rows after `cursor`.
    ///
    /// Rows are counted only where the list is longer than its first part: what a page shows whole costs nothing more.
    /// `rows` reads rows from a view after a cursor, and `total` counts them by the same condition; `place` is the
    /// cursor that leads on from a row.
    init(
        after cursor: Cursor?,
        limit: Int,
        in view: LogView,
        place: (Row) -> Cursor?,
        total: (LogView) throws -> Int?,
        rows: (_ view: LogView, _ cursor: Cursor?, _ limit: Int) throws -> [Row]
    ) throws {
        let found = try rows(view, cursor, limit)
        self.rows = found
        // Looking whether anything follows, or how much, shows nothing of it.
        let unseen = view.unobserved
        if found.count == limit, let last = found.last.flatMap(place), try !rows(unseen, last, 1).isEmpty {
            next = last
            self.total = cursor == nil ? try total(unseen) : nil
        } else {
            next = nil
            self.total = cursor == nil ? found.count : nil
        }
    }
}

extension Listed: RandomAccessCollection {
    public var startIndex: Int { rows.startIndex }
    public var endIndex: Int { rows.endIndex }

    public subscript(position: Int) -> Row { rows[position] }
}
