/// A text and signatures over it, one file that people can read (C2SP signed-note).
public struct SignedNote: Sendable {
    /// The most bytes that are read: room for the longest signatures in use, 64 times.
    public static let largest = 524_288

    /// The most signatures that are read; the format asks for at least 16.
    public static let mostSignatures = 64

    /// What is signed, with the newline at its end; not to be believed before ``signers(among:)`` named somebody.
    public let text: String

    public let signatures: [NoteSignature]

    /// Signs `text`, which ends with a newline and has no other control character.
    public init(text: String, signers: [NoteSigner]) throws(NoteError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.largest else { throw .tooLarge(bytes.count) }
        guard Self.isPlain(bytes) else { throw .notPlainText }
        guard bytes.last == UInt8(ascii: "\n") else { throw .unfinishedText }
        guard !signers.isEmpty else { throw .noSignatures }
        guard signers.count <= Self.mostSignatures else { throw .tooManySignatures }
        var signatures: [NoteSignature] = []
        for signer in signers { signatures.append(try signer.sign(bytes)) }
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note as a file or an answer has it; anybody may have written it.
    public init(parsing note: some Collection<UInt8>) throws(NoteError) {
        guard note.count <= Self.largest else { throw .tooLarge(note.count) }
        let bytes = Array(note)
        guard Self.isPlain(bytes), let text = String(validating: bytes, as: UTF8.self) else { throw .notPlainText }
        guard bytes.last == UInt8(ascii: "\n"), let end = Self.endOfText(bytes) else { throw .noSignatures }
        let lines = bytes[(end + 1)...].dropLast()
            .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count <= Self.mostSignatures else { throw .tooManySignatures }
        var signatures: [NoteSignature] = []
        for line in lines {
            guard let signature = NoteSignature(line: line) else {
                throw .malformedSignature(line: signatures.count + 1)
            }
            signatures.append(signature)
        }
        self.text = String(decoding: text.utf8.prefix(end), as: UTF8.self)
        self.signatures = signatures
    }

    /// The whole note as a file has it.
    public var serialized: String { text + "\n" + signatures.map(\.line).joined() }

    /// Those of `keys` that signed the text; never an empty answer.
    ///
    /// Signatures of other keys are passed over. Throws ``NoteError/wrongSignature(_:_:)`` when one of `keys` did not
    /// make the signature that bears its name, and ``NoteError/unknownSigners`` when none of them signed.
    public func signers(among keys: [NoteVerifierKey]) throws(NoteError) -> [NoteVerifierKey] {
        let bytes = Array(text.utf8)
        var signers: [NoteVerifierKey] = []
        for signature in signatures {
            for key in keys where key.name == signature.keyName && key.id == signature.keyID {
                guard key.verifies(signature, of: bytes) else { throw .wrongSignature(key.name, key.id) }
                if !signers.contains(key) { signers.append(key) }
            }
        }
        guard !signers.isEmpty else { throw .unknownSigners }
        return signers
    }

    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
    }

    /// The index of the newline that makes the last empty line; the text ends before it.
    private static func endOfText(_ bytes: [UInt8]) -> Int? {
        let newline = UInt8(ascii: "\n")
        // Nothing may stand between the last empty line and the end but signatures.
        return (1..<max(bytes.count - 1, 1)).reversed().first { bytes[$0] == newline && bytes[$0 - 1] == newline }
    }
}
