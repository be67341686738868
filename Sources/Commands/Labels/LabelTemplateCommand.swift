import ArgumentParser

/// The verbs for label templates.
struct LabelTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "List and check label templates.",
        discussion: """
            Templates are read from /etc/outguide/labels, and where that has none of the name, from \
            /usr/share/outguide/labels.
            """,
        subcommands: [ListLabelTemplatesCommand.self, CheckLabelTemplateCommand.self]
    )
}
