/// Why a text is not a key that notes can be signed or verified with.
public enum NoteKeyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text has not the parts of an encoded key.
    case malformed
    /// The key is not an Ed25519 key (type 0x01); the value is its type.
    case unknownType(UInt8)
    /// The identity in the text is not that of the name and the key; the value is the right one.
    case otherID(NoteKeyID)

    public var description: String {
        switch self {
        case .malformed: "cannot read the key, copy it whole in the form name+12345678+base64"
        case .unknownType(let type): "cannot use a key of type \(type), only Ed25519 (1)"
        case .otherID(let id): "cannot take the key, its name or bytes were altered (they belong to \(id))"
        }
    }
}
