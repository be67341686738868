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
