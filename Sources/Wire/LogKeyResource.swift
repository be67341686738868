/// What outsiders must know to trust the signatures of the log.
public struct LogKeyResource: Sendable, Hashable, Codable {
    /// The key that signs checkpoints, as a signed-note verifier key.
    public let key: String
    /// Keys that signed before it, the newest first.
    public let formerKeys: [String]

    public init(
        key: String,
        formerKeys: [String]
    ) {
        self.key = key
        self.formerKeys = formerKeys
    }
}
