import Wire

extension DocumentCheckResource: TableRow {
    static var columns: [String] { ["number", "sha256", "state"] }

    var cells: [StyledText] {
        [
            StyledText(String(entry)), StyledText(sha256),
            StyledText(problem ?? "sound", isSound ? .good : .bad),
        ]
    }

    var identifier: String { String(entry) }
}
