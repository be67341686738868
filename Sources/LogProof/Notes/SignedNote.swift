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

/// A signature line of a note: the key's name and ID, and the signature.
public struct NoteSignature: Sendable, Hashable {
    /// The beginning of every signature line: an em dash and a space.
    static let linePrefix = Array("\u{2014} ".utf8)

    public let keyName: NoteKeyName
    public let keyID: NoteKeyID

    /// The signature: 64 bytes for an Ed25519 key; other types have other lengths.
    public let bytes: [UInt8]

    init(keyName: NoteKeyName, keyID: NoteKeyID, bytes: [UInt8]) {
        self.keyName = keyName
        self.keyID = keyID
        self.bytes = bytes
    }

    /// Parses a line without its newline: em dash, space, name, space, base64 of ID and signature.
    init?(line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.linePrefix) else { return nil }
        let rest = line.dropFirst(Self.linePrefix.count)
        guard let space = rest.firstIndex(of: UInt8(ascii: " ")),
            let name = NoteKeyName(String(decoding: rest[..<space], as: UTF8.self)),
            let bytes = Base64.bytes(of: String(decoding: rest[(space + 1)...], as: UTF8.self)), bytes.count > 4
        else { return nil }
        self.init(keyName: name, keyID: NoteKeyID(bytes: bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
    }

    var line: String { "\u{2014} \(keyName) \(Base64.text(of: keyID.bytes + bytes))\n" }
}

/// The reason why bytes are not a signed note, or why its signatures are not valid.
public enum NoteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The note has more bytes than ``SignedNote/largest``.
    case tooLarge(Int)
    /// The note is not UTF-8 or has a control character other than the newline.
    case notPlainText
    /// The text does not end with a newline.
    case unfinishedText
    /// There is no empty line with signatures after it.
    case noSignatures
    /// There are more signatures than ``SignedNote/mostSignatures``.
    case tooManySignatures
    /// The signature line with this number, from 1, is malformed.
    case malformedSignature(line: Int)
    /// The signature with the name of a known key was not made by it.
    case wrongSignature(NoteKeyName, NoteKeyID)
    /// None of the known keys signed.
    case unknownSigners
    /// The key of this name cannot sign.
    case cannotSign(NoteKeyName)

    public var description: String {
        switch self {
        case .tooLarge(let count): "cannot read a note of \(count) bytes, the most is \(SignedNote.largest)"
        case .notPlainText: "cannot read the note, it is not UTF-8 or has control characters"
        case .unfinishedText: "cannot use the text, it must end with a newline"
        case .noSignatures: "cannot read the note, it has no signatures after an empty line"
        case .tooManySignatures: "cannot read a note with more than \(SignedNote.mostSignatures) signatures"
        case .malformedSignature(let line): "cannot read signature line \(line), copy the note whole"
        case .wrongSignature(let name, let id):
            "cannot believe the note, it was altered after \(name)+\(id) signed it or that key never did"
        case .unknownSigners: "cannot believe the note, no key that was given has signed it"
        case .cannotSign(let name): "cannot sign as \(name), make a new key"
        }
    }
}
