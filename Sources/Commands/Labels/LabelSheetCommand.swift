import ArgumentParser

/// The verbs for sheets of labels.
struct LabelSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "List partly used label sheets, and record a fresh one.",
        discussion: """
            What was printed on a sheet is remembered for each template and printer, and the next labels begin behind \
            it. “--start-cell” and “--new-sheet” of “outguide label print” say otherwise.
            """,
        subcommands: [ListLabelSheetsCommand.self, ResetLabelSheetCommand.self]
    )
}
