import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import LogProof
import Terminal
import Wire

struct ProveEntryCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Log.proveEntry.outline] }
    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: Message("Prove one entry to an outsider."),
        discussion: Message(
            """
            The file contains the entry, its texts, and the hashes that lead from it to a signed checkpoint. The \
            recipient needs the public key of the log from another source and no daemon; “outguide log verify \
            --bundle” verifies the file. Consider who may read the texts.

            Example:
              outguide log proof 4711 --output entry-4711.json
            """
        )
    )

    @Argument(help: ArgumentHelp(Message("The number of the entry."), valueName: Message("entry", context: "value")))
    var entry: EntryArgument
    @OptionGroup var target: BundleTarget
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let answer = try await daemon.fetch(API.Log.proveEntry, at: String(entry.number))
        let failed = try DaemonClient.understood {
            try ProofBundle(parsing: answer).verify(trusting: []).findings.first { $0.outcome == .failed }
        }
        // A proof that does not verify is not passed on.
        if let failed { throw DaemonClientError.malformedAnswer("it proves nothing: \(failed.sentence)") }
        try await target.write(answer, output)
    }
}

struct ProveConsistencyCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Log.proveConsistency.outline] }
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: Message("Prove that the log only grew since an earlier checkpoint."),
        discussion: Message(
            """
            Takes a checkpoint that “outguide log checkpoint” printed, and has the daemon prove that every entry it \
            covers is still there, unaltered and in the same order. “outguide log verify --bundle” verifies the file.

            Exits with 1 when the proof fails, for example because the checkpoint was altered or belongs to another \
            log. The file is written even then: two signed checkpoints that contradict each other are evidence.

            Example:
              outguide log consistency 2026-01-31.txt --output growth.json
            """
        )
    )

    @Argument(
        help: ArgumentHelp(
            Message("A file with the earlier checkpoint; - for standard input."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var checkpoint: String

    @OptionGroup var target: BundleTarget
    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let earlier = try await FileBytes.all(path: checkpoint, limit: SignedNote.largest)
        let answer = try await daemon.fetch(API.Log.proveConsistency, earlier)
        try await target.write(answer, output)
        let findings = try DaemonClient.understood {
            try ConsistencyBundle(parsing: answer).verify(trusting: []).findings
        }
        guard let failed = findings.first(where: { $0.outcome == .failed }) else { return }
        throw CommandFailure(
            .refused,
            Message(
                "cannot prove that the log only grew since that checkpoint: \(failed.sentence, "reason"); keep the "
                    + "checkpoint, and show it to the auditor"
            )
        )
    }
}

/// The option for the destination of a proof.
struct BundleTarget: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            Message("The file to write; by default, and for -, standard output."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var output: String?

    func validate() throws {
        if output == "" { throw ValidationError("--output needs the name of a file, or -") }
    }

    /// Writes the bytes unchanged, and reports the path if they went to a file.
    func write(_ bytes: [UInt8], _ shown: Output) async throws {
        guard let path = output, path != "-" else { return try await shown.write(text: bytes) }
        try await FileSink.write(bytes, to: path)
        try await shown.show(WrittenFile(path: path, bytes: bytes.count))
    }
}
