import ArgumentParser
import DaemonClient
import LogProof
import Wire

struct ProveConsistencyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Log.proveConsistency.outline] }

    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: "Prove that the log only grew since an earlier checkpoint.",
        discussion: """
            Takes a checkpoint that “outguide log checkpoint” printed, and has the daemon prove that every entry it \
            covers is still there, unaltered and in the same order. “outguide log verify --bundle” verifies the file.

            Exits with 1 when the proof fails, for example because the checkpoint was altered or belongs to another \
            log. The file is written even then: two signed checkpoints that contradict each other are evidence.

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
        let answer = try await daemon.fetch(API.Log.proveConsistency, earlier)
        try await target.write(answer, output)
        let findings: [ProofFinding]
        do {
            findings = try ConsistencyBundle(parsing: answer).verify(trusting: []).findings
        } catch {
            throw DaemonClientError.malformedAnswer("\(error)")
        }
        guard let failed = findings.first(where: { $0.outcome == .failed }) else { return }
        let what = "cannot prove that the log only grew since that checkpoint"
        throw CommandFailure(.refused, "\(what): \(failed.sentence); keep the checkpoint, and show it to the auditor")
    }
}
