import ArgumentParser

/// The subcommands for labels.
struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "Print and preview labels, and assign barcodes.",
        subcommands: [
            PrintLabelsCommand.self, PreviewLabelCommand.self, ReplaceLabelCommand.self, AddAliasCommand.self,
            ListPendingLabelsCommand.self, LabelBatchCommand.self, LabelTemplateCommand.self,
            LabelControlsCommand.self, LabelSheetCommand.self,
        ]
    )
}
