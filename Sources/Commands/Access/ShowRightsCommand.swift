import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ShowRightsCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Access.rights.outline] }

    static let configuration = CommandConfiguration(
        commandName: "rights",
        abstract: "Show your roles and where they come from.",
        discussion: """
            With --quiet, prints the roles only.

            Example:
              outguide access rights
            """
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Access.rights))
    }
}
