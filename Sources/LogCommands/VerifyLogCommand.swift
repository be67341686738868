import ArgumentParser
import CommandBasics
import DaemonClient
import Localization
import LogProof
package import Terminal
package import Wire

struct VerifyLogCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Log.verify.outline, API.Progress.show.outline] }
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: Message("Verify the whole log, or a proof or an export of it."),
        discussion: Message(
            """
            The daemon reads every entry, computes every hash, and compares the derived tables, the readings, the \
            access record and the last checkpoint. That takes minutes for millions of entries; work continues meanwhile. Exits with 0 when the \
            log is sound. Otherwise it lists the problems and exits with 1, and the log cannot be written until it is \
            repaired.

            With --export and --key, verifies every entry of an exported log, with the exit status of --bundle.

            With --bundle, verifies a file of “outguide log proof” or “outguide log consistency” without a daemon. \
            Exits with 0 when it is proved, 1 when it is not, and 74 when it cannot be read. Nothing is proved without \
            --key, because a forger would put a key of their own into the file. Get the key from another source, such \
            as the letter that announced it. After a change of keys, an older key will do.

            Examples:
              outguide log verify
              outguide log verify --bundle entry-4711.json --key "$(cat key.txt)"
              outguide log verify --export /srv/audit/outguide --key "$(cat key.txt)"
            """
        )
    )

    @Option(
        help: ArgumentHelp(
            Message("Verify the proof in this file instead; - for standard input."),
            valueName: Message("file", context: "value")
        ),
        completion: .file()
    )
    var bundle: String?

    @Option(
        help: ArgumentHelp(
            Message("Verify the exported log in this directory instead."),
            valueName: Message("directory", context: "value")
        ),
        completion: .directory
    )
    var export: String?

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(Message("A key of the log that you trust."), valueName: Message("key", context: "value"))
    )
    var keys: [VerifierKeyArgument] = []

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if bundle == nil, export == nil, !keys.isEmpty {
            throw ValidationError("--key needs a --bundle or an --export")
        }
        if bundle != nil, export != nil { throw ValidationError("--bundle and --export are checked one at a time") }
        if export != nil, keys.isEmpty { throw ValidationError("--export needs a --key that you trust") }
        if export == "" { throw ValidationError("--export needs the name of a directory") }
        if bundle == "" { throw ValidationError("--bundle needs the name of a file, or -") }
    }

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        if let export {
            let checked = try await CheckedExport.check(export, trusting: keys.map(\.key))
            try await output.show(checked)
            guard checked.proved else { throw CommandFailure(.refused) }
            return
        }
        guard let bundle else { return try await verifyWhole(daemon, output) }
        let checked = try await CheckedBundle(path: bundle, trusting: keys.map(\.key))
        try await output.show(checked)
        guard checked.verdict.conclusion == .proved else { throw CommandFailure(.refused) }
    }

    private func verifyWhole(_ daemon: DaemonClient, _ output: Output) async throws {
        let findings = try await ProgressBar.following(daemon, output) {
            try await daemon.ask(API.Log.verify, progress: $0)
        }
        try await output.show(findings)
        guard findings.isSound else { throw CommandFailure(.refused) }
    }
}

/// A verifier key on the command line, `name+12345678+base64`.
struct VerifierKeyArgument: ExpressibleByArgument, Sendable, Hashable {
    let key: NoteVerifierKey

    init?(argument: String) {
        guard let key = try? NoteVerifierKey(parsing: argument) else { return nil }
        self.key = key
    }
}

extension VerificationResource: Presentable {
    package var lines: [StyledText] {
        let verdict =
            isSound
            ? Message("sound", context: "state of the log").styled(.good)
            : Message("NOT SOUND", context: "state of the log").styled(.bad)
        let size = Message(
            "{count} entry, root \(root, "hash")",
            plural: "{count} entries, root \(root, "hash")",
            count: Int(entries)
        )
        let problem = Message("problem").styled(.bad)
        return [verdict + "  " + StyledText(size)] + problems.map { problem + StyledText("  \($0)") } + remainder
    }

    /// A note about what the list of problems omits.
    private var remainder: [StyledText] {
        if problems.count < total {
            let note = Message("\(problems.count, "shown") of \(Int(total), "total") problems shown")
            return [note.styled(.warning)]
        }
        guard !complete else { return [] }
        return [Message("the check could not look at everything: mend these and verify again").styled(.warning)]
    }

    package var identifiers: [String] { [isSound ? "sound" : "not-sound"] }
}
