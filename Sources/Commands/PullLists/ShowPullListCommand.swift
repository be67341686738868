import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ShowPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.show.outline] }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a pull list in walking order.",
        discussion: """
            Example:
              outguide pull-list show PL0000000010
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the list.", valueName: "list"))
    var list: BarcodeArgument

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.show, at: list.text))
    }
}
