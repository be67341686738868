/// The keys that outsiders need to verify the log's signatures.
public struct LogKeyResource: WireValue {
    /// The key that signs checkpoints, as a signed-note verifier key.
    public let key: String
    /// The previous keys, newest first, at most 128.
    public let formerKeys: [String]
    /// The first checkpoints after the newest 128 key changes, oldest first.
    ///
    /// Both keys signed each, so that a client who trusts the old key can trust the new one.
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
