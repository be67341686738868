/// The state of a log at one moment: its name, the number of entries, and the hash over all of them.
///
/// The text form is C2SP tlog-checkpoint.
public struct Checkpoint: Sendable, Hashable {
    /// The name of the log.
    ///
    /// The daemon uses the name of its key.
    public let origin: String

    public let head: TreeHead

    /// Lines after the root hash, which are not interpreted.
    ///
    /// The daemon writes none.
    public let extensions: [String]

    /// Creates a checkpoint to be signed.
    public init(origin: String, head: TreeHead, extensions: [String] = []) throws(CheckpointError) {
        guard Self.isLine(origin) else { throw .malformedOrigin }
        guard extensions.allSatisfy(Self.isLine) else { throw .malformedExtension }
        self.origin = origin
        self.head = head
        self.extensions = extensions
    }

    /// Parses the text of a note, from the origin to the last newline.
    public init(parsing text: String) throws(CheckpointError) {
        let bytes = Array(text.utf8)
        guard bytes.last == UInt8(ascii: "\n") else { throw .malformed }
        let lines = bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard lines.count >= 3 else { throw .malformed }
        guard let size = Self.size(of: lines[1]) else { throw .malformedSize }
        guard let root = TreeHash(base64: lines[2]) else { throw .malformedRoot }
        try self.init(
            origin: lines[0],
            head: TreeHead(unchecked: size, root: root),
            extensions: Array(lines.dropFirst(3))
        )
    }

    /// The text to sign, with its final newline.
    public var text: String { ([origin, String(head.size), head.root.base64] + extensions).map { $0 + "\n" }.joined() }

    /// Verifies that the log only grew between `earlier` and this checkpoint.
    ///
    /// Throws ``CheckpointError/otherOrigin(expected:found:)`` and ``CheckpointError/inconsistent(_:)``.
    public func verify(after earlier: Checkpoint, by proof: ConsistencyProof) throws(CheckpointError) {
        guard origin.utf8.elementsEqual(earlier.origin.utf8) else {
            throw .otherOrigin(expected: earlier.origin, found: origin)
        }
        do throws(TreeError) {
            try proof.verify(from: earlier.head, to: head)
        } catch {
            throw .inconsistent(error)
        }
    }

    // Texts are compared as bytes, because Swift treats some texts with different hashes and signatures as equal.
    public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(head) }

    private static func isLine(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 } }

    private static func size(of line: String) -> Int64? {
        guard line.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let size = Int64(line), String(size) == line, size <= TreeHead.largestSize
        else { return nil }
        return size
    }
}

/// The reason why a text is not a valid checkpoint of a log.
public enum CheckpointError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The note cannot be parsed or verified.
    case note(NoteError)
    /// The text does not have the lines of a checkpoint.
    case malformed
    /// The first line is empty or has a control character.
    case malformedOrigin
    /// The second line is not a number of leaves, or has leading zeros.
    case malformedSize
    /// The third line is not a hash in base64.
    case malformedRoot
    /// A line after the third is empty or has a control character.
    case malformedExtension
    /// The later checkpoint comes from another log.
    case otherOrigin(expected: String, found: String)
    /// The two checkpoints cannot both be true of one log.
    case inconsistent(TreeError)

    public var description: String {
        switch self {
        case .note(let error): error.description
        case .malformed: "cannot read the checkpoint, it has not the lines origin, size and root hash"
        case .malformedOrigin: "cannot use the origin of the checkpoint, it is one line that is not empty"
        case .malformedSize: "cannot read the size in the checkpoint, it is a number without leading zeros"
        case .malformedRoot: "cannot read the root hash in the checkpoint, it is 44 characters of base64"
        case .malformedExtension: "cannot use the lines after the root hash, none of them may be empty"
        case .otherOrigin(let expected, let found):
            "cannot compare checkpoints of different logs, one is of \(expected) and one of \(found)"
        case .inconsistent(let error): error.description
        }
    }
}
