import ArgumentParser
import DaemonClient
import Wire

struct ListSuppliesCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List supplies and what is left of them.",
        discussion: """
            Example:
              outguide supplies list --low
            """,
        aliases: ["ls"]
    )

    @Flag(help: "Only those of which there is little.")
    var low = false

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<SupplyResource>(output)
        try await list.add(try await daemon.supplies().supplies.filter { !low || $0.isLow })
        try await list.finish(
            emptiness: low ? "there is enough of everything" : "the configuration names no supplies"
        )
    }
}
