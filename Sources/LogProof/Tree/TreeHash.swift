import Crypto

/// A SHA-256 hash in the log's Merkle tree (RFC 9162, section 2.1.1).
public struct TreeHash: Sendable, Hashable, CustomStringConvertible {
    /// The length of a hash, in bytes.
    public static let length = 32

    /// The root hash of an empty tree: SHA-256 over no bytes.
    public static let ofEmptyTree = TreeHash(SHA256.hash(data: [UInt8]()))

    private static let leafPrefix: [UInt8] = [0x00]
    private static let nodePrefix: [UInt8] = [0x01]

    private let words: Words

    /// Creates a hash from stored bytes; nil if `bytes` is not ``length`` long.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        var words = Words()
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
        self.words = words
    }

    /// Creates the hash of a leaf: SHA-256 over 0x00 and the entry body.
    public init(ofLeaf body: some Collection<UInt8>) {
        var hash = SHA256()
        hash.update(data: Self.leafPrefix)
        if body.withContiguousStorageIfAvailable({ hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil {
            hash.update(data: Array(body))
        }
        self.init(hash.finalize())
    }

    /// Creates the hash of an inner node: SHA-256 over 0x01, the left and the right child.
    public init(ofNode left: TreeHash, _ right: TreeHash) {
        var input = NodeInput(left: left.words, right: right.words)
        var hash = SHA256()
        hash.update(data: Self.nodePrefix)
        withUnsafeBytes(of: &input) { hash.update(bufferPointer: $0) }
        self.init(hash.finalize())
    }

    private init(_ digest: SHA256.Digest) {
        var words = Words()
        digest.withUnsafeBytes { digest in withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: digest) } }
        self.words = words
    }

    /// Not a `SIMD4`, because Swift 6.3 lays out the frames of async functions incorrectly if they contain 32-byte
    /// vectors (swiftlang/swift#91639).
    private struct Words: Hashable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    private struct NodeInput {
        let left: Words
        let right: Words
    }

    /// The 32 bytes, as stored and hashed.
    public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    /// 64 lower-case hexadecimal digits.
    public var hexadecimal: String { Hexadecimal.text(of: bytes) }

    /// 44 characters of standard base64, as in checkpoints and proofs.
    public var base64: String { Base64.text(of: bytes) }

    /// Parses the form of ``base64``; nil for any other.
    public init?(base64 text: some StringProtocol) {
        guard text.utf8.count == 44, let bytes = Base64.bytes(of: text) else { return nil }
        self.init(bytes)
    }

    public var description: String { hexadecimal }
}
