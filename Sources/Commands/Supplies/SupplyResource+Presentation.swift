package import Terminal
package import Wire

extension SupplyResource: Presentable, TableRow {
    package static var columns: [String] { ["supply", "left", "reorder at", "used by"] }

    package var cells: [StyledText] {
        [
            StyledText(supply), StyledText(shownLeft, isLow ? .bad : .plain), StyledText("\(reorderAt) \(unit)"),
            StyledText(usedBy.joined(separator: ", ")),
        ]
    }

    package var identifier: String { supply }
    package var identifiers: [String] { [supply] }
    package var lines: [StyledText] {
        [StyledText(supply, .strong) + StyledText("  \(shownLeft)", isLow ? .bad : .plain)]
    }

    private var shownLeft: String {
        guard let left else { return "not counted yet" }
        return "\(left) \(unit) left" + (isLow ? ": order more" : "")
    }
}
