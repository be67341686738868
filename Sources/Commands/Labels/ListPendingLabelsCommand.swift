import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ListPendingLabelsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Labels.pending.outline] }

    static let configuration = CommandConfiguration(
        commandName: "pending",
        abstract: "List labels that were printed but never scanned, oldest first.",
        discussion: """
            A label counts as applied when its barcode is first scanned. Labels that stay on this list were not \
            applied or never came out. With --quiet, prints barcodes only.

            Example:
              outguide label pending --limit 20
            """
    )

    @Option(help: "At most this many rows, oldest first; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(API.Labels.pending, of: daemon, limit, emptiness: "every printed label was scanned")
    }
}
