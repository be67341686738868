import LogProof

/// A proof from a file, with the verdict.
struct CheckedBundle: Sendable {
    let bundle: BundleFile
    let verdict: ProofVerdict

    /// Reads the file at `path`, or standard input for `-`, and checks it without a daemon.
    init(path: String, trusting keys: [NoteVerifierKey]) async throws {
        let bytes = try await FileBytes.all(path: path, limit: ProofBundle.largest)
        do {
            bundle = try BundleFile(parsing: bytes)
        } catch {
            throw CommandFailure(.inputOutput, "\(path): \(error)")
        }
        verdict = bundle.verdict(trusting: keys)
    }
}
