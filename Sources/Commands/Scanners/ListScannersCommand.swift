import ArgumentParser
import DaemonClient
import Wire

struct ListScannersCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what is plugged in, and which of it is read.",
        discussion: """
            A gun is read when the udev rule knows its maker, when the configuration names it, or when it was paired. \
            Other keyboards are listed so that they can be named; nobody reads them. With --quiet the names for good.

            Example:
              outguide scanner list
            """,
        aliases: ["ls"]
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<ScannerDeviceResource>(output)
        try await list.add(try await daemon.scanners().scanners)
        try await list.finish(emptiness: "nothing is plugged in that may be a gun")
    }
}
