import ArgumentParser
import DaemonClient
import Wire

struct ShowLogKeyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.LogKeys.show.outline] }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the public key that signs the log, and earlier keys.",
        discussion: """
            Give the key to people who verify proofs in a form that cannot be altered on the way, such as a letter. It \
            is public and reveals nothing.

            Examples:
              outguide log key
              outguide log key --quiet > key.txt
            """
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.LogKeys.show))
    }
}
