import ArgumentParser
import DaemonClient
import LogProof

struct CheckpointCommand: DaemonCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Print the size and the root hash of the log now, signed.",
        discussion: """
            The text is a C2SP checkpoint, exactly as it was signed. Keep it where nobody who can write the log can \
            reach it: on paper, with the auditor, in another building. “outguide log consistency” proves later that \
            the log only grew since. With --json its parts, and the text under “signed”.

            Example:
              outguide log checkpoint > 2026-01-31.txt
            """
    )

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let bytes = try await daemon.checkpoint()
        let signed: SignedCheckpoint
        do {
            signed = try SignedCheckpoint(parsing: bytes)
        } catch {
            throw DaemonClientError.malformedAnswer("\(error)")
        }
        guard output.format == .json else { return try await output.write(text: bytes) }
        try await output.showNext(CheckpointDocument(signed))
    }
}
