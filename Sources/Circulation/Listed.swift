package import TransferLog

/// One page of a list, with the length of the whole list.
///
/// It is the collection of its rows.
public struct Listed<Row: Sendable, Cursor: Sendable>: Sendable {
    public let rows: [Row]
    /// The number of rows in the whole list that the caller may see.
    ///
    /// Nil for a page after a cursor, because the first page has the count, and if counting would take too long.
    public let total: Int?
    /// The cursor of the next page; nil for the last page.
    public let next: Cursor?
    /// Whether the list is complete.
    ///
    /// It is not while some of its rows cannot be listed yet, such as titles that are not indexed yet.
    public var isWhole = true

    /// Reads the page of at most `limit` rows after `cursor`.
    ///
    /// Rows are counted only if the list is longer than its first page. `rows` reads rows from a view after a cursor,
    /// and `total` counts them by the same condition; `place` returns the cursor that continues after a row.
    ///
    /// - Throws: What `total` and `rows` throw.
    package init(
        after cursor: Cursor?,
        limit: Int,
        in view: LogView,
        place: (Row) -> Cursor?,
        total: (LogView) throws -> Int?,
        rows: (_ view: LogView, _ cursor: Cursor?, _ limit: Int) throws -> [Row]
    ) throws {
        let found = try rows(view, cursor, limit)
        self.rows = found
        // Checking for further rows and counting them does not disclose them.
        let unseen = view.unobserved
        if found.count == limit, let last = found.last.flatMap(place), try !rows(unseen, last, 1).isEmpty {
            next = last
            self.total = cursor == nil ? try total(unseen) : nil
        } else {
            next = nil
            self.total = cursor == nil ? found.count : nil
        }
    }

    private init(rows: [Row], total: Int?, next: Cursor?, isWhole: Bool) {
        self.rows = rows
        self.total = total
        self.next = next
        self.isWhole = isWhole
    }

    /// The same page of the list with other rows, one for each of its own.
    package func mapRows<Other>(_ row: (Row) throws -> Other) rethrows -> Listed<Other, Cursor> {
        Listed<Other, Cursor>(rows: try rows.map(row), total: total, next: next, isWhole: isWhole)
    }
}

extension Listed: RandomAccessCollection {
    public var startIndex: Int { rows.startIndex }
    public var endIndex: Int { rows.endIndex }

    public subscript(position: Int) -> Row { rows[position] }
}
