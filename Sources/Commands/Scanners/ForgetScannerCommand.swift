import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ForgetScannerCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Scanners.forget.outline] }

    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove the pairing of a scanner.",
        discussion: """
            A scanner that the configuration or the udev rule names is still read.

            Example:
              outguide scanner forget 1a86:0001:G1
            """
    )

    @Argument(help: ArgumentHelp("The permanent name that “outguide scanner list” shows.", valueName: "scanner"))
    var scanner: String

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await daemon.ask(API.Scanners.forget, at: scanner)
        await output.remark("\(scanner) is forgotten")
    }
}
