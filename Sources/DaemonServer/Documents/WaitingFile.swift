/// A file in a drop folder.
struct WaitingFile: Sendable, Hashable {
    let name: String
    let identity: FileIdentity
    /// The creation time, in nanoseconds since 1970 by the clock of the machine that stores the file; nil when
    /// unknown.
    var createdAt: Int64?
    /// Whether its writer has yet to rename it: a draft is not filed, and delays the files behind it.
    var isDraft = false
}
