/// A checkpoint with its signatures, as the daemon stores, exports and prints it.
public struct SignedCheckpoint: Sendable {
    public let checkpoint: Checkpoint
    public let note: SignedNote

    /// Signs `checkpoint`.
    ///
    /// The caller must ensure that it extends all checkpoints signed before.
    public init(_ checkpoint: Checkpoint, signers: [NoteSigner]) throws(CheckpointError) {
        do throws(NoteError) {
            self.note = try SignedNote(text: checkpoint.text, signers: signers)
        } catch {
            throw .note(error)
        }
        self.checkpoint = checkpoint
    }

    /// Parses a signed checkpoint, which is untrusted until ``signers(among:)`` returns.
    public init(parsing note: some Collection<UInt8>) throws(CheckpointError) {
        do throws(NoteError) {
            self.note = try SignedNote(parsing: note)
        } catch {
            throw .note(error)
        }
        self.checkpoint = try Checkpoint(parsing: self.note.text)
    }

    /// Parses several untrusted checkpoints, separated by empty lines.
    ///
    /// The text of a checkpoint has no empty line, so every second one is a separator.
    public static func list(parsing bytes: [UInt8]) throws(CheckpointError) -> [SignedCheckpoint] {
        guard !bytes.isEmpty else { return [] }
        var checkpoints: [SignedCheckpoint] = []
        var note: [UInt8] = []
        var isSigned = false
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.isEmpty, isSigned {
                checkpoints.append(try SignedCheckpoint(parsing: note))
                (note, isSigned) = ([], false)
            } else {
                isSigned = isSigned || line.isEmpty
                note += line + [UInt8(ascii: "\n")]
            }
        }
        guard note.isEmpty else { throw .note(.noSignatures) }
        return checkpoints
    }

    /// Returns the bytes for ``list(parsing:)``.
    public static func bytes(of list: some Collection<SignedCheckpoint>) -> [UInt8] {
        Array(list.map(\.serialized).joined(separator: "\n").utf8)
    }

    /// The text of the whole note.
    public var serialized: String { note.serialized }

    /// Returns those of `keys` that signed; throws the errors of ``SignedNote/signers(among:)`` as
    /// ``CheckpointError/note(_:)``.
    public func signers(among keys: [NoteVerifierKey]) throws(CheckpointError) -> [NoteVerifierKey] {
        do throws(NoteError) {
            return try note.signers(among: keys)
        } catch {
            throw .note(error)
        }
    }
}
