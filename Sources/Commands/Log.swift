import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import LogCommands
import Terminal
import Wire

/// The subcommands for the log.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: Message("Correct the log, prove it to outsiders, and verify it."),
        discussion: Message(
            """
            Entries are never changed or removed. The log signs its size and a hash over all entries, so that anybody \
            with an earlier checkpoint can verify that it only grew.

            Once a month, a records manager runs:
              outguide log verify
              outguide log consistency january.txt --output growth.json
              outguide log checkpoint > february.txt
            """
        ),
        subcommands: [CorrectEntryCommand.self] + LogCommands.verbs
    )
}

struct CorrectEntryCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Changes.correct.outline, API.Whereabouts.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: Message("Correct an earlier entry."),
        discussion: Message(
            """
            Writes an entry that voids the earlier one, which stays in the log, and shows where the item is \
            afterwards. “outguide history” shows the numbers of entries. With --quiet, prints the number of the new \
            entry.

            Example:
              outguide log correct 4711 --reason "scanned the shelf below"
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The number of the entry."), valueName: Message("entry", context: "value")))
    var entry: EntryArgument
    @Option(help: ArgumentHelp(Message("The reason, in one line."), valueName: Message("text", context: "value")))
    var reason: String
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let written = try await daemon.ask(API.Changes.correct, CorrectionRequest(entry: entry.number, reason: reason))
        let (new, old) = (MessageArgument.number(written.entry), MessageArgument.number(entry.number))
        let sentence =
            written.barcode.map {
                Message("entry \(new, "correction") voids entry \(old, "entry") of \($0, "item")")
            } ?? Message("entry \(new, "correction") voids entry \(old, "entry")")
        try await output.show(WrittenEntry(entry: written, sentence: sentence))
        guard output.format == .people, let barcode = written.barcode else { return }
        do {
            try await output.show(try await daemon.ask(API.Whereabouts.show, at: barcode).lines)
        } catch let error as DaemonClientError {
            // The correction is in the log; only the resulting placement cannot be shown.
            await output.remark(Message("cannot say where \(barcode, "item") is now: \(error, "reason")"))
        }
    }
}

/// An entry that a command just wrote.
struct WrittenEntry: Presentable {
    let entry: EntryResource
    /// A sentence about the entry, for people.
    let sentence: Message

    var document: EntryResource { entry }
    var lines: [StyledText] { [StyledText(sentence)] }
    var identifiers: [String] { [String(entry.entry)] }
}
