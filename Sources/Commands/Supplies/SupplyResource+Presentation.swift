import Wire

extension SupplyResource: Presentable, TableRow {
    static var columns: [String] { ["supply", "left", "reorder at", "used by"] }

    var cells: [StyledText] {
        [
            StyledText(supply), StyledText(shownLeft, isLow ? .bad : .plain), StyledText("\(reorderAt) \(unit)"),
            StyledText(usedBy.joined(separator: ", ")),
        ]
    }

    var identifier: String { supply }
    var identifiers: [String] { [supply] }
    var lines: [StyledText] { [StyledText(supply, .strong) + StyledText("  \(shownLeft)", isLow ? .bad : .plain)] }

    /// The warning for a low supply: "3 labels of roll-100x50 left: order more".
    var shortage: String { "\(left.map(String.init) ?? "?") \(unit) of \(supply) left: order more" }

    private var shownLeft: String {
        guard let left else { return "not counted yet" }
        return "\(left) \(unit) left" + (isLow ? ": order more" : "")
    }
}
