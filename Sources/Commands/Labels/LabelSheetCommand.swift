import ArgumentParser

/// The subcommands for sheets of labels.
struct LabelSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "List partly used label sheets, and record a fresh one.",
        discussion: """
            The used cells of a sheet are remembered for each template and printer, and the next labels follow them. \
            “--start-cell” and “--new-sheet” of “outguide label print” override this.
            """,
        subcommands: [ListLabelSheetsCommand.self, ResetLabelSheetCommand.self]
    )
}
