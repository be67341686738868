import ArgumentParser
import CommandBasics
import DaemonClient
import FoundationEssentials
import Terminal
import Wire

struct CheckLabelTemplateCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelTemplates.list.outline, API.LabelTemplates.check.outline] }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check label templates.",
        discussion: """
            Checks files before they are installed in /etc/outguide/labels or, without a file, every template in use. \
            Exits with 1 when a template is refused. A file is checked with its name, as the daemon would read it; - \
            is standard input and has no name.

            Examples:
              outguide label template check box-100x50.yaml
              outguide label template check
            """
    )

    /// More than any template may have, so that the daemon can refuse a longer file for its size.
    private static let longest = 128 << 10

    @Argument(help: ArgumentHelp("Files to check; by default all templates in use.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<CheckedTemplate>(output)
        var isRefused = false
        for template in try await checked(by: daemon) {
            isRefused = isRefused || template.problem != nil
            try await list.add([template])
        }
        try await list.finish(emptiness: "there are no label templates")
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
