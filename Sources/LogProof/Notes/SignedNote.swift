/// A text with signatures, in a human-readable file (C2SP signed-note).
public struct SignedNote: Sendable {
    /// The maximum size in bytes: room for 64 of the longest signatures in use.
    public static let largest = 524_288

    /// The maximum number of signatures; the format requires at least 16.
    public static let mostSignatures = 64

    /// The signed text, with its final newline; untrusted until ``signers(among:)`` returns.
    public let text: String

    public let signatures: [NoteSignature]

    /// Signs `text`, which must end with a newline and have no other control characters.
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

    /// Parses an untrusted note.
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

    /// The text of the whole note.
    public var serialized: String { text + "\n" + signatures.map(\.line).joined() }

    /// Returns those of `keys` that signed the text; never empty.
    ///
    /// Signatures of other keys are ignored. Throws ``NoteError/wrongSignature(_:_:)`` if one of `keys` did not make
    /// the signature with its name, and ``NoteError/unknownSigners`` if none of them signed.
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

    /// Returns the index of the newline that forms the last empty line; the text ends before it.
    private static func endOfText(_ bytes: [UInt8]) -> Int? {
        let newline = UInt8(ascii: "\n")
        // Only signatures may stand between the last empty line and the end.
        return (1..<max(bytes.count - 1, 1)).reversed().first { bytes[$0] == newline && bytes[$0 - 1] == newline }
    }
}
