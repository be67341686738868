import LogProof

/// The JSON form of a signed checkpoint.
struct CheckpointDocument: Presentable, Encodable {
    /// The log's origin.
    let origin: String
    /// The number of entries in the log.
    let size: Int64
    /// The root hash of the tree over them, in base64.
    let root: String
    /// The complete text with its signatures.
    let signed: String

    init(_ checkpoint: SignedCheckpoint) {
        origin = checkpoint.checkpoint.origin
        size = checkpoint.checkpoint.head.size
        root = checkpoint.checkpoint.head.root.base64
        signed = checkpoint.serialized
    }

    var lines: [StyledText] { signed.split(separator: "\n").map { StyledText(String($0)) } }
    var identifiers: [String] { [root] }
}
