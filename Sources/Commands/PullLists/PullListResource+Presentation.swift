package import Terminal
package import Wire

extension PullListResource: TableRow {
    package static var columns: [String] { ["list", "made", "state", "pulled", "not found"] }

    package var cells: [StyledText] {
        [
            StyledText(barcode), StyledText(Moment.of(madeAt)), styledState,
            StyledText("\(pulled) of \(wanted + pulled + notFound)"),
            StyledText(notFound == 0 ? "" : String(notFound), .warning),
        ]
    }

    package var identifier: String { barcode }

    var styledState: StyledText {
        switch state {
        case "done": StyledText(state, .good)
        case "cancelled": StyledText(state, .faint)
        default: StyledText(state)
        }
    }
}
