import ArgumentParser
import DaemonClient
import Wire

struct ListHoldsCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the holds that stand, oldest first.",
        discussion: """
            Example:
              outguide hold list
            """,
        aliases: ["ls"]
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<HeldThing>(output)
        try await PageReader(limit: nil).follow { limit, cursor in
            let page = try await daemon.holds(limit: limit, cursor: cursor)
            return (page.holds.map { HeldThing(entry: $0) }, page.next)
        } take: { rows in
            try await list.add(rows)
        }
        try await list.finish(emptiness: "nothing is held")
    }
}
