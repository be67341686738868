import ArgumentParser
import DaemonClient

struct ShowLogKeyCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the public key that signs the log, and earlier keys.",
        discussion: """
            Give the key to whoever shall check proofs, in a way that nobody can alter: on paper, in a letter. It is \
            public, and tells nothing.

            Examples:
              outguide log key
              outguide log key --quiet > key.txt
            """
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        try await output.show(try await daemon.logKey())
    }
}
