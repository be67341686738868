package import Terminal
package import Wire

extension DocumentCheckResource: TableRow {
    package static var columns: [String] { ["number", "sha256", "state"] }

    package var cells: [StyledText] {
        [
            StyledText(String(entry)), StyledText(sha256),
            StyledText(problem ?? "sound", isSound ? .good : .bad),
        ]
    }

    package var identifier: String { String(entry) }
}
