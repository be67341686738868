import ArgumentParser
import DaemonClient
import Wire

struct ListQuarantineCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "List scanned files that could not be filed, and why.",
        discussion: """
            Put right what is wrong and move the file back into the folder that it came from: it is tried again.
            """
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let list = await ListOutput<QuarantinedFileResource>(output)
        try await list.add(try await daemon.quarantine().files)
        try await list.finish(emptiness: "no files are in quarantine")
    }
}
