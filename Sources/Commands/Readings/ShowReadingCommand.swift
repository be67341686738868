import ArgumentParser
import CommandBasics
import DaemonClient
import Terminal
import Wire

struct ShowReadingCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Readings.show.outline] }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one reading: bytes, scanner and outcome.",
        discussion: """
            Example:
              outguide reading show 4711
            """
    )

    @Argument(help: ArgumentHelp("Its number, as outcomes and entries show it.", valueName: "number"))
    var number: Int64

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if number < 1 { throw ValidationError("a reading has a number from 1 on") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.ask(API.Readings.show, at: String(number)))
    }
}
