import ArgumentParser
import DaemonClient
import Wire

struct ListLabelTemplatesCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the label templates that can be used.",
        discussion: """
            Example:
              outguide label template list
            """,
        aliases: ["ls"]
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<LabelTemplateResource>(output)
        try await list.add(try await daemon.labelTemplates().templates)
        try await list.finish(emptiness: "there are no label templates")
    }
}
