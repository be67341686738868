import Wire

extension MoveResponse: Presentable {
    /// The movements alone: there is nothing else in the answer.
    var document: [MovementResource] { movements }

    var lines: [StyledText] {
        movements.map { movement in
            let rest = [movement.to, movement.entry.map { "(entry \($0))" }].compactMap { $0 }
            return StyledText(movement.barcode, .strong)
                + StyledText("  \(movement.kind)  ", movement.entry == nil ? .faint : .good)
                + StyledText(rest.joined(separator: " "))
        }
    }

    var identifiers: [String] { movements.map(\.barcode) }
}
