import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListScannersCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Scanners.list.outline] }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List connected scanners and how each is used.",
        discussion: """
            A scanner is read when the udev rule knows its maker, when the configuration names it, or when it was \
            paired. Other keyboards are listed so that you can name them; they are not read. The column \
            settings shows letters that the scanner must put around a barcode, and whether it is set to send a memory \
            or to read linear symbols only. With --quiet, prints permanent names only.

            Example:
              outguide scanner list
            """,
        aliases: ["ls"]
    )

    @Option(help: "At most this many rows, by device; 0 for all.")
    var limit = ListLimit(count: nil)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(
            API.Scanners.list,
            of: daemon,
            limit,
            emptiness: "nothing is plugged in that may be a gun"
        )
    }
}
