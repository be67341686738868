import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct CancelLabelBatchCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LabelBatches.cancel.outline] }

    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel the unprinted labels of a run.",
        discussion: """
            Numbers that were minted for the run stay registered; print their labels by barcode if you need them \
            later.

            Example:
              outguide label batch cancel 7
            """
    )

    @Argument(help: ArgumentHelp("The number of the run.", valueName: "run"))
    var batch: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.LabelBatches.cancel, at: String(batch)))
    }
}
