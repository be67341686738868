import ArgumentParser

/// The subcommands for label templates.
struct LabelTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "List and check label templates.",
        discussion: """
            Templates in /etc/outguide/labels override those of the same name in /usr/share/outguide/labels.
            """,
        subcommands: [ListLabelTemplatesCommand.self, CheckLabelTemplateCommand.self]
    )
}
