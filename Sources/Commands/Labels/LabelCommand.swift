import ArgumentParser

/// The verbs for labels.
struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Look at labels and print them.",
        subcommands: [PrintLabelsCommand.self, PreviewLabelCommand.self, LabelTemplateCommand.self]
    )
}
