import ArgumentParser
import DaemonClient
import Wire

struct ListPrintersCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the printers that CUPS knows.",
        discussion: """
            Example:
              outguide printer list
            """,
        aliases: ["ls"]
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<PrinterResource>(output)
        try await list.add(try await daemon.printers().printers)
        try await list.finish(emptiness: "CUPS knows no printer; add one with lpadmin")
    }
}
