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
