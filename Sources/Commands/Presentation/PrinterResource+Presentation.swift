import Wire

extension PrinterResource: TableRow {
    static var columns: [String] { ["name", "state", "jobs"] }

    var cells: [StyledText] {
        [
            StyledText(name),
            StyledText(state, state == "stopped" ? .bad : .plain),
            isAcceptingJobs ? "accepted" : StyledText("refused", .bad),
        ]
    }

    var identifier: String { name }
}
