import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import Terminal
import Wire

/// The subcommands for print runs.
struct LabelBatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: Message("List, show, resume and cancel label runs."),
        discussion: Message(
            """
            Every “outguide label print” is a run. A run that was interrupted by a printer or a power cut continues \
            where it was: no number is minted twice, and no label is printed twice or omitted. Where it is unknown \
            whether a label came out, a clerk looks and decides with --in-doubt.
            """
        ),
        subcommands: [
            ListLabelBatchesCommand.self, ShowLabelBatchCommand.self, ResumeLabelBatchCommand.self,
            CancelLabelBatchCommand.self,
        ]
    )
}

struct ListLabelBatchesCommand: ListCommand {
    static var list: Endpoint<Nothing, Page<PrintBatchResource>> { API.LabelBatches.list }
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Message("List label runs, newest first."),
        discussion: Message(
            """
            Example:
              outguide label batch list --open
            """
        ),
        aliases: ["ls"]
    )

    @Flag(help: ArgumentHelp(Message("Only open runs."))) var open = false
    @Option(help: ArgumentHelp(Message("At most this many rows, newest first; 0 for all."))) var limit = ListLimit(
        count: API.standardPage
    )
    @OptionGroup var global: GlobalOptions
    var query: [Parameter.Argument] { [API.LabelBatches.open.set(open)] }
    var emptiness: Message { open ? Message("no run of labels is open") : Message("no labels were printed yet") }
}

struct ShowLabelBatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelBatches.show.outline, API.LabelBatches.labels.outline] }
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: Message("Show a label run and its labels."),
        discussion: Message(
            """
            Examples:
              outguide label batch show 7
              outguide label batch show 7 --labels --state doubtful
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The number of the run."), valueName: Message("run", context: "value")))
    var batch: Int64
    @Flag(help: ArgumentHelp(Message("List its labels instead."))) var labels = false

    @Option(
        help: ArgumentHelp(
            Message("With --labels: only labels in this state: waiting, sent, printed, doubtful or cancelled.")
        )
    )
    var state: String?

    @Option(help: ArgumentHelp(Message("With --labels: at most this many rows, in print order; 0 for all.")))
    var limit = ListLimit(count: nil)
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if state != nil, !labels { throw ValidationError("--state is for --labels") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard labels else {
            return try await output.show(try await daemon.ask(API.LabelBatches.show, at: String(batch)))
        }
        try await output.show(
            API.LabelBatches.labels,
            at: String(batch),
            query: [API.LabelBatches.state.set(state)],
            of: daemon,
            limit,
            emptiness: Message("no label of the run is in that state")
        )
    }
}

struct ResumeLabelBatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelBatches.resume.outline, API.LabelBatches.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: Message("Resume an interrupted label run."),
        discussion: Message(
            """
            The daemon first asks CUPS what became of the labels that were sent to the printer. If it remains unknown \
            whether some came out, they are listed and nothing is printed: look at the printer, then use --in-doubt \
            print when they are missing, or --in-doubt keep when they are there. --despite prints although the printer \
            reports that kind of trouble.

            Examples:
              outguide label batch resume 7
              outguide label batch resume 7 --in-doubt keep
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The number of the run."), valueName: Message("run", context: "value")))
    var batch: Int64
    @Option(help: ArgumentHelp(Message("The decision about labels in doubt: print or keep."))) var inDoubt: DoubtChoice?
    @OptionGroup var overrides: DespiteOption
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = BatchResumeRequest(inDoubt: inDoubt?.rawValue, until: "begun", despite: overrides.kinds)
        let begun = try await daemon.ask(API.LabelBatches.resume, at: String(batch), request)
        if ["done", "cancelled"].contains(begun.state) { return try await output.show(begun) }
        try await output.show(try await PrintRunFollowing(daemon: daemon, output: output).follow(batch))
    }
}

/// A clerk's decision about doubtful labels.
enum DoubtChoice: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    /// The labels were not printed.
    case print
    /// The labels were printed.
    case keep
}

struct CancelLabelBatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelBatches.cancel.outline] }
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: Message("Cancel the unprinted labels of a run."),
        discussion: Message(
            """
            Numbers that were minted for the run stay registered; print their labels by barcode if you need them \
            later.

            Example:
              outguide label batch cancel 7
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The number of the run."), valueName: Message("run", context: "value")))
    var batch: Int64
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.LabelBatches.cancel, at: String(batch)))
    }
}
