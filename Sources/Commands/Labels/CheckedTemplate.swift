import Terminal
import Wire

/// A checked label template.
struct CheckedTemplate: TableRow, Encodable {
    static var columns: [String] { ["file", "name", "dpi", ""] }

    let file: String
    let name: String?
    /// The usable resolutions in dots per inch, of the common ones; nil if it is refused.
    let resolutions: [Int]?
    /// The error, with its line; nil if the template is valid.
    let problem: String?

    init(file: String, _ template: LabelTemplateResource) {
        self.file = file
        name = template.name
        resolutions = template.resolutions
        problem = template.problem
    }

    init(file: String, refused problem: String) {
        self.file = file
        name = nil
        resolutions = nil
        self.problem = problem
    }

    var cells: [StyledText] {
        [
            StyledText(file), StyledText(name ?? ""),
            StyledText((resolutions ?? []).map(String.init).joined(separator: " ")),
            problem.map { StyledText($0, .bad) } ?? StyledText("right", .good),
        ]
    }

    var identifier: String { file }
}
