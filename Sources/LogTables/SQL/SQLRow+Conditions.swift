package import Vocabulary

extension SQLRow {
    /// The conditions in six consecutive columns: isClosed, isSealed, capacity, series, roles and rooms.
    package func conditions(from column: Int32) -> Conditions {
        Conditions(
            isClosed: integer(column) != 0,
            capacity: optionalInteger(column + 2).map { Int(clamping: $0) },
            isSealed: integer(column + 1) != 0,
            roles: text(column + 4).split(separator: " ").compactMap { EntityKind(String($0)) },
            rooms: text(column + 5).split(separator: " ").compactMap { Int64($0).map(EntityID.init(rawValue:)) },
            series: optionalInteger(column + 3) == nil ? nil : EntityKind(text(column + 3))
        )
    }
}
