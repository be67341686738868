/// A file in a drop folder.
struct WaitingFile: Sendable, Hashable {
    let name: String
    let identity: FileIdentity
}
