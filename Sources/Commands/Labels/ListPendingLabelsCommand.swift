import ArgumentParser
import DaemonClient
import Wire

struct ListPendingLabelsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "pending",
        abstract: "List labels that were printed but never scanned, oldest first.",
        discussion: """
            A label counts as applied when its barcode is scanned for the first time. What stays on this list lies in a \
            drawer, or never came out. With --quiet the barcodes alone.

            Example:
              outguide label pending --limit 20
            """
    )

    @Option(help: "At most so many rows, the oldest; 0 for all.")
    var limit = ListLimit(count: API.standardPage)

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await ListOutput<PendingLabelResource>(output).show(limit, emptiness: "every printed label was scanned") {
            limit,
            cursor in
            try await daemon.pendingLabels(after: cursor, limit: limit)
        }
    }
}
