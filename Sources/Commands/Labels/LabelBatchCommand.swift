import ArgumentParser

/// The verbs for runs of labels.
struct LabelBatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "List, show, resume and cancel label runs.",
        discussion: """
            Every “outguide label print” is a run. One that was broken off, by a printer or by a power cut, goes on where \
            it was: no number is minted twice, no label is printed twice or left out. Where nobody can know whether a \
            label came out, a clerk looks and says so with --in-doubt.
            """,
        subcommands: [
            ListLabelBatchesCommand.self, ShowLabelBatchCommand.self, ResumeLabelBatchCommand.self,
            CancelLabelBatchCommand.self,
        ]
    )
}
