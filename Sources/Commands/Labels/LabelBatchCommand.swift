import ArgumentParser

/// The subcommands for print runs.
struct LabelBatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "List, show, resume and cancel label runs.",
        discussion: """
            Every “outguide label print” is a run. A run that was interrupted by a printer or a power cut continues \
            where it was: no number is minted twice, and no label is printed twice or omitted. Where it is unknown \
            whether a label came out, a clerk looks and decides with --in-doubt.
            """,
        subcommands: [
            ListLabelBatchesCommand.self, ShowLabelBatchCommand.self, ResumeLabelBatchCommand.self,
            CancelLabelBatchCommand.self,
        ]
    )
}
