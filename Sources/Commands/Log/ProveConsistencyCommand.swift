import ArgumentParser
import DaemonClient
import LogProof

struct ProveConsistencyCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: "Write a file that proves that the log of an earlier checkpoint only grew.",
        discussion: """
            Takes a checkpoint that “outguide log checkpoint” printed, and asks the daemon to prove that everything it \
            stood for is still there, unaltered and in the same order. “outguide log verify --bundle” checks the file.

            Example:
              outguide log consistency 2026-01-31.txt --output growth.json
            """
    )

    @Argument(
        help: ArgumentHelp("A file with the earlier checkpoint; - for standard input.", valueName: "file"),
        completion: .file()
    )
    var checkpoint: String

    @OptionGroup var target: BundleTarget

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let earlier = try await FileBytes.all(path: checkpoint, limit: SignedNote.largest)
        try await target.write(try await daemon.consistency(withEarlier: earlier), output)
    }
}
