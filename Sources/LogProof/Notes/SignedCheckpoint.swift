/// A checkpoint and the signatures under it, as the daemon stores, exports and prints it.
public struct SignedCheckpoint: Sendable {
    public let checkpoint: Checkpoint
    public let note: SignedNote

    /// Signs `checkpoint`; who signs has made sure that it extends everything that was signed before.
    public init(_ checkpoint: Checkpoint, signers: [NoteSigner]) throws(CheckpointError) {
        do throws(NoteError) {
            self.note = try SignedNote(text: checkpoint.text, signers: signers)
        } catch {
            throw .note(error)
        }
        self.checkpoint = checkpoint
    }

    /// Reads a signed checkpoint; anybody may have written it until ``signers(among:)`` named somebody.
    public init(parsing note: some Collection<UInt8>) throws(CheckpointError) {
        do throws(NoteError) {
            self.note = try SignedNote(parsing: note)
        } catch {
            throw .note(error)
        }
        self.checkpoint = try Checkpoint(parsing: self.note.text)
    }

    /// Reads several, one after another with an empty line between them; anybody may have written them.
    ///
    /// The text of a checkpoint has no empty line, so that every second one separates.
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

    /// The bytes that ``list(parsing:)`` reads.
    public static func bytes(of list: some Collection<SignedCheckpoint>) -> [UInt8] {
        Array(list.map(\.serialized).joined(separator: "\n").utf8)
    }

    /// The whole note as a file has it.
    public var serialized: String { note.serialized }

    /// Those of `keys` that signed; throws as ``SignedNote/signers(among:)`` does, as ``CheckpointError/note(_:)``.
    public func signers(among keys: [NoteVerifierKey]) throws(CheckpointError) -> [NoteVerifierKey] {
        do throws(NoteError) {
            return try note.signers(among: keys)
        } catch {
            throw .note(error)
        }
    }
}
