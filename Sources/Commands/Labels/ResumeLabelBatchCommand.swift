import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ResumeLabelBatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelBatches.resume.outline, API.LabelBatches.show.outline] }

    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Resume an interrupted label run.",
        discussion: """
            First it is learnt from CUPS how the labels ended that were with the printer. If that leaves labels of which \
            nobody knows whether they came out, they are named, and nothing is printed: look, and say --in-doubt print \
            when they are not there, --in-doubt keep when they are. --despite prints although the printer reports that \
            kind of trouble.

            Examples:
              outguide label batch resume 7
              outguide label batch resume 7 --in-doubt keep
            """
    )

    @Argument(help: ArgumentHelp("The number of the run.", valueName: "run"))
    var batch: Int64

    @Option(help: "The decision about labels in doubt: print or keep.")
    var inDoubt: DoubtChoice?

    @OptionGroup var overrides: DespiteOption

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let request = BatchResumeRequest(
            inDoubt: inDoubt?.rawValue,
            until: "begun",
            despite: overrides.kinds
        )
        let begun = try await daemon.ask(API.LabelBatches.resume, at: String(batch), request)
        if ["done", "cancelled"].contains(begun.state) { return try await output.show(begun) }
        try await output.show(try await PrintRunFollowing(daemon: daemon, output: output).follow(batch))
    }
}
