import ArgumentParser
import DaemonClient
import Wire

struct CancelLabelBatchCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel the unprinted labels of a run.",
        discussion: """
            What was minted for it stays registered: print those labels by their barcodes when they are wanted after all.

            Example:
              outguide label batch cancel 7
            """
    )

    @Argument(help: ArgumentHelp("The number of the run.", valueName: "run"))
    var batch: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.cancelPrinting(batch))
    }
}
