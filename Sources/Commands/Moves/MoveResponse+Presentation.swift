package import Terminal
package import Wire

extension MoveResponse: Presentable {
    /// The movements, which are the only member of the response.
    package var document: ListDocument<MovementResource> { ListDocument(all: movements) }

    package var lines: [StyledText] {
        movements.map { movement in
            let number = movement.entry.map { "(entry \($0))" }
            let rest = movement.history ?? [movement.to, number].compactMap { $0 }.joined(separator: " ")
            return StyledText(movement.barcode, .strong)
                + StyledText("  \(movement.kind)  ", movement.entry == nil ? .faint : .good)
                + StyledText(rest)
        }
    }

    package var identifiers: [String] { movements.map(\.barcode) }
}

extension MovementResource {
    /// For a move recorded afterwards, its place, its time and the current placement; nil for any other.
    fileprivate var history: String? {
        guard let then, let occurredAt else { return nil }
        let number = entry.map { " (entry \($0))" } ?? ""
        let now = then == placement ? "it is still there" : "it \(placement.verb) \(placement.words) now"
        return "\(then.pastVerb) \(then.words) at \(Moment.of(occurredAt))\(number); \(now)"
    }
}
