import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct CancelPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.cancel.outline] }

    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Cancel a pull list; items in transit stay in transit.",
        discussion: """
            Example:
              outguide pull-list cancel PL0000000010
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the list.", valueName: "list"))
    var list: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.cancel, at: list.text))
    }
}
