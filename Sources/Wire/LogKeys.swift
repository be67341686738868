extension API {
    /// Requests about the signing key of the log.
    public enum LogKeys {
        public static let show = Endpoint<Nothing, LogKeyResource>(
            "showLogKey",
            .get,
            "/v1/log/key",
            .reader,
            "Show the keys of the log"
        )
        public static let change = Endpoint<KeyChangeRequest, LogKeyResource>(
            "changeLogKey",
            .post,
            "/v1/log/key/changes",
            .administrator,
            "Replace the signing key",
            repetition: .byResponse(remains: "the signing key (outguide log key show)")
        )
    }
}

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

    public init(key: String, formerKeys: [String], changes: [String]) {
        self.key = key
        self.formerKeys = formerKeys
        self.changes = changes
    }
}

/// A request to replace the key that signs checkpoints.
public struct KeyChangeRequest: WireValue {
    /// The reason, in one line.
    public let reason: String

    public static var members: [String: Schema] { ["reason": .reason] }

    public init(reason: String) { self.reason = reason }
}
