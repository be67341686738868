import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct NewPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.create.outline] }

    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Create a pull list.",
        discussion: """
            The list gets a barcode. Scanning it at a station opens the list; items that are scanned next go to the \
            requester. All of the items are listed, or none. “outguide pull-list add” adds items for another \
            requester.

            Examples:
              outguide pull-list new FD0000000018 FD0000000026 --for PN000000001N --due 2026-12-01
              outguide pull-list print PL0000000010 --printer office
            """
    )

    @OptionGroup var want: WantOptions
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.create, want.request))
    }
}
