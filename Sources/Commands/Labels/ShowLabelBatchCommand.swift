import ArgumentParser
import DaemonClient
import Wire

struct ShowLabelBatchCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a run of labels, or each of its labels.",
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

    @Option(help: "With --labels: only those that are waiting, sent, printed, doubtful or cancelled.")
    var state: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if state != nil, !labels { throw ValidationError("--state is for --labels") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        guard labels else { return try await output.show(try await daemon.printBatch(batch)) }
        let list = await ListOutput<BatchLabelResource>(output)
        try await PageReader(limit: nil).follow { limit, cursor in
            let page = try await daemon.labels(of: batch, in: state, after: cursor, limit: limit)
            return (page.labels, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "no label of the run is in that state")
    }
}
