import ArgumentParser
import DaemonClient
import LogProof
import Wire

struct ProveEntryCommand: DaemonCommand {
    static var asks: [EndpointOutline] { [API.Log.proveEntry.outline] }

    static let configuration = CommandConfiguration(
        commandName: "proof",
        abstract: "Prove one entry to an outsider.",
        discussion: """
            The file contains the entry, its texts, and the hashes that lead from it to a signed checkpoint. The \
            recipient needs the public key of the log from another source and no daemon; “outguide log verify \
            --bundle” verifies the file. Consider who may read the texts.

            Example:
              outguide log proof 4711 --output entry-4711.json
            """
    )

    @Argument(help: ArgumentHelp("The number of the entry.", valueName: "entry"))
    var entry: EntryArgument

    @OptionGroup var target: BundleTarget

    @OptionGroup var global: GlobalOptions

    func run(_ daemon: DaemonClient, _ output: Output) async throws {
        let answer = try await daemon.fetch(API.Log.proveEntry, at: String(entry.number))
        let failed: ProofFinding?
        do {
            failed = try ProofBundle(parsing: answer).verify(trusting: []).findings.first { $0.outcome == .failed }
        } catch {
            throw DaemonClientError.malformedAnswer("\(error)")
        }
        // A proof that does not verify is not passed on.
        if let failed { throw DaemonClientError.malformedAnswer("it proves nothing: \(failed.sentence)") }
        try await target.write(answer, output)
    }
}
