import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct AddToPullListCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.PullLists.add.outline] }

    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add items to a pull list.",
        discussion: """
            Example:
              outguide pull-list add PL0000000010 FD0000000034 --for PN000000002L
            """
    )

    @Argument(help: ArgumentHelp("The barcode of the list.", valueName: "list"))
    var list: BarcodeArgument

    @OptionGroup var want: WantOptions
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.PullLists.add, at: list.text, want.request))
    }
}
