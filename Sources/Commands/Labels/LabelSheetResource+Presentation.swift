package import Terminal
package import Wire

extension LabelSheetResource: TableRow {
    package static var columns: [String] { ["template", "printer", "used cells"] }

    package var cells: [StyledText] {
        [StyledText(template), StyledText(printer), StyledText(Self.ranges(used))]
    }

    package var identifier: String { template }

    /// Returns ranges such as `1-5, 7`.
    private static func ranges(_ cells: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for cell in cells.sorted() {
            if let last = ranges.last, cell == last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...cell
            } else {
                ranges.append(cell...cell)
            }
        }
        return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ", ")
    }
}
