/// A label template that was looked at.
struct CheckedTemplate: TableRow, Encodable {
    static var columns: [String] { ["file", "name", ""] }

    let file: String
    let name: String?
    /// With the line; nil when it is right.
    let problem: String?

    var cells: [StyledText] {
        [
            StyledText(file), StyledText(name ?? ""),
            problem.map { StyledText($0, .bad) } ?? StyledText("right", .good),
        ]
    }

    var identifier: String { file }
}
