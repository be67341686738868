package import Vocabulary

/// Columns with numbers and times of the vocabulary.
extension SQLRow {
    package func entity(_ column: Int32) -> EntityID { EntityID(rawValue: integer(column)) }

    package func optionalEntity(_ column: Int32) -> EntityID? { optionalInteger(column).map(EntityID.init(rawValue:)) }

    package func entry(_ column: Int32) -> EntryNumber { EntryNumber(rawValue: integer(column)) }

    package func optionalEntry(_ column: Int32) -> EntryNumber? {
        optionalInteger(column).map(EntryNumber.init(rawValue:))
    }

    /// Entries from the first of two columns to the second; nil unless there are any.
    package func entries(_ first: Int32, _ last: Int32) -> ClosedRange<EntryNumber>? {
        guard let first = optionalEntry(first), let last = optionalEntry(last), first <= last else { return nil }
        return first...last
    }

    package func moment(_ column: Int32) -> Timestamp { Timestamp(clamping: integer(column)) }

    package func optionalMoment(_ column: Int32) -> Timestamp? {
        optionalInteger(column).map { Timestamp(clamping: $0) }
    }

    /// The conditions in six consecutive columns: isClosed, isSealed, capacity, series, roles and rooms.
    package func conditions(from column: Int32) -> Conditions {
        Conditions(
            isClosed: integer(column) != 0,
            capacity: optionalInteger(column + 2).map { Int(clamping: $0) },
            wasSealedByChange: integer(column + 1) != 0,
            roles: text(column + 4).split(separator: " ").compactMap { EntityKind(String($0)) },
            rooms: text(column + 5).split(separator: " ").compactMap { Int64($0).map(EntityID.init(rawValue:)) },
            series: optionalText(column + 3).flatMap { EntityKind($0) }
        )
    }
}
