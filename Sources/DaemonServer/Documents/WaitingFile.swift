/// A file in a drop folder.
struct WaitingFile: Sendable, Hashable {
    let name: String
    let identity: FileIdentity
    /// When the file was created, in nanoseconds since 1970 by the clock of whoever keeps it; nil where nobody knows.
    var createdAt: Int64?
    /// Whether its writer has still to give it another name: it is not filed, and what follows waits for it.
    var isDraft = false
}
