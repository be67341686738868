import LogProof

/// A signed checkpoint as programs get it.
struct CheckpointDocument: Presentable, Encodable {
    /// Which log it is of.
    let origin: String
    /// How many entries the log has.
    let size: Int64
    /// Root of the tree over them, base64.
    let root: String
    /// The whole text with its signatures.
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
