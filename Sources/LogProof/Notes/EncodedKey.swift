/// The parts of an encoded key: `name+hexid+base64(type ‖ key)`.
struct EncodedKey {
    /// The type that C2SP signed-note assigns to Ed25519.
    static let ed25519: UInt8 = 0x01

    /// More than the length of any key: 32 bytes and a name that fits on a line.
    static let longest = 4_096

    let name: NoteKeyName
    let id: NoteKeyID
    /// The 32 bytes of an Ed25519 key, public or private.
    let key: [UInt8]

    init(name: NoteKeyName, id: NoteKeyID, key: [UInt8]) {
        self.name = name
        self.id = id
        self.key = key
    }

    init(parsing text: some StringProtocol) throws(NoteKeyError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.longest else { throw .malformed }
        let parts = bytes.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = NoteKeyName(String(decoding: parts[0], as: UTF8.self)),
            parts[1].count == 8, let id = Hexadecimal.bytes(of: String(decoding: parts[1], as: UTF8.self)),
            let key = Base64.bytes(of: String(decoding: parts[2], as: UTF8.self)), let type = key.first
        else { throw .malformed }
        guard type == Self.ed25519 else { throw .unknownType(type) }
        guard key.count == 33 else { throw .malformed }
        self.init(name: name, id: NoteKeyID(bytes: id), key: Array(key.dropFirst()))
    }

    var text: String { "\(name)+\(id)+\(Base64.text(of: [Self.ed25519] + key))" }
}
