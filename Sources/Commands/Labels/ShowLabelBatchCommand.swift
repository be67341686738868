import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ShowLabelBatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelBatches.show.outline, API.LabelBatches.labels.outline] }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a label run and its labels.",
        discussion: """
            Examples:
              outguide label batch show 7
              outguide label batch show 7 --labels --state doubtful
            """
    )

    @Argument(help: ArgumentHelp("The number of the run.", valueName: "run"))
    var batch: Int64

    @Flag(help: "List its labels instead.")
    var labels = false

    @Option(help: "With --labels: only labels in this state: waiting, sent, printed, doubtful or cancelled.")
    var state: String?

    @Option(help: "With --labels: at most this many rows, in print order; 0 for all.")
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
            emptiness: "no label of the run is in that state"
        )
    }
}
