import ArgumentParser
import LogProof

/// A verifier key on the command line, `name+12345678+base64`.
struct VerifierKeyArgument: ExpressibleByArgument, Sendable, Hashable {
    let key: NoteVerifierKey

    init?(argument: String) {
        guard let key = try? NoteVerifierKey(parsing: argument) else { return nil }
        self.key = key
    }
}
