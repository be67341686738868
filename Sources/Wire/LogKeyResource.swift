/// What outsiders must know to trust the signatures of the log.
public struct LogKeyResource: Sendable, Hashable, Codable {
    /// The key that signs checkpoints, as a signed-note verifier key.
    public let key: String
    /// Keys that signed before it, the newest first, 128 of them at most.
    public let formerKeys: [String]
    /// The first checkpoints after the newest 128 changes of keys, which both keys signed, oldest first: whoever trusts the
    /// old key gets to the new one by them.
    public let changes: [String]

    public init(
        key: String,
        formerKeys: [String],
        changes: [String]
    ) {
        self.key = key
        self.formerKeys = formerKeys
        self.changes = changes
    }
}
