import ArgumentParser
import CommandBasics
import DaemonClient
import FoundationEssentials
package import Localization
package import Terminal
package import Wire

/// The subcommands for label templates.
struct LabelTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: Message("List and check label templates."),
        discussion: Message(
            """
            Templates in /etc/outguide/labels override those of the same name in /usr/share/outguide/labels.
            """
        ),
        subcommands: [ListLabelTemplatesCommand.self, CheckLabelTemplateCommand.self]
    )
}

struct ListLabelTemplatesCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<LabelTemplateResource>> { API.LabelTemplates.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List label templates."),
        discussion: Message(
            """
            Example:
              outguide label template list
            """
        ),
        aliases: ["ls"]
    )

    @Option(help: ArgumentHelp(Message("At most this many rows, by name; 0 for all."))) var limit = ListLimit(
        count: nil
    )
    @OptionGroup var global: GlobalOptions
    var emptiness: Message { Message("there are no label templates") }
}

extension LabelTemplateResource: TableRow {
    package static var columns: [Message] {
        [
            Message("name", context: "heading"), Message("label", context: "heading"),
            Message("on a page", context: "heading"), Message("page", context: "heading"), Message(verbatim: ""),
        ]
    }

    package var cells: [any Cell] {
        guard let width, let height, let labelsPerPage, let pageWidth, let pageHeight else {
            return [name, "", "", "", StyledText(problem ?? "", .bad)]
        }
        return [name, "\(width) × \(height) mm", labelsPerPage, "\(pageWidth) × \(pageHeight) mm", ""]
    }

    package var identifier: String { name }
}

struct CheckLabelTemplateCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelTemplates.list.outline, API.LabelTemplates.check.outline] }
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Message("Check label templates."),
        discussion: Message(
            """
            Checks files before they are installed in /etc/outguide/labels or, without a file, every template in use. \
            Exits with 1 when a template is refused. A file is checked with its name, as the daemon would read it; - \
            is standard input and has no name.

            Examples:
              outguide label template check box-100x50.yaml
              outguide label template check
            """
        )
    )

    /// More than any template may have, so that the daemon can refuse a longer file for its size.
    private static let longest = 128 << 10

    @Argument(
        help: ArgumentHelp(
            Message("Files to check; by default all templates in use."),
            valueName: Message("file", context: "value")
        )
    )
    var files: [String] = []

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<CheckedTemplate>(output)
        var isRefused = false
        for template in try await checked(by: daemon) {
            isRefused = isRefused || template.problem != nil
            try await list.add([template])
        }
        try await list.finish(emptiness: Message("there are no label templates"))
        if isRefused { throw CommandFailure(.refused) }
    }

    private func checked(by daemon: DaemonClient) async throws -> [CheckedTemplate] {
        guard !files.isEmpty else {
            var checked: [CheckedTemplate] = []
            try await PageReader().follow(API.LabelTemplates.list, of: daemon) { templates in
                checked += templates.map { CheckedTemplate(file: $0.name, $0) }
            }
            return checked
        }
        var checked: [CheckedTemplate] = []
        for file in files {
            let bytes = Data(try await FileBytes.all(path: file, limit: Self.longest)).base64EncodedString()
            let name = file == "-" ? nil : file.split(separator: "/").last.map(String.init)
            do throws(DaemonClientError) {
                let request = LabelTemplateCheckRequest(bytes: bytes, file: name)
                let template = try await daemon.ask(API.LabelTemplates.check, request)
                checked.append(CheckedTemplate(file: file, template))
            } catch {
                guard case .problem(let problem) = error, problem.kind == .labelTemplate else { throw error }
                checked.append(CheckedTemplate(file: file, refused: problem.detail))
            }
        }
        return checked
    }
}

/// A checked label template.
struct CheckedTemplate: TableRow, Encodable {
    static var columns: [Message] {
        [
            Message("file", context: "heading"), Message("name", context: "heading"),
            Message("dpi", context: "heading"), Message(verbatim: ""),
        ]
    }

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

    var cells: [any Cell] {
        [
            file, name, (resolutions ?? []).map(String.init).joined(separator: " "),
            problem.map { StyledText($0, .bad) } ?? Message("right", context: "state of a template").styled(.good),
        ]
    }

    var identifier: String { file }
}
