/// The reason why a text is not a valid key for signing or verifying notes.
public enum NoteKeyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text does not have the parts of an encoded key.
    case malformed
    /// The key is not an Ed25519 key (type 0x01); the value is its type.
    case unknownType(UInt8)
    /// The ID in the text does not match the name and the key; the value is the correct one.
    case otherID(NoteKeyID)

    public var description: String {
        switch self {
        case .malformed: "cannot read the key, copy it whole in the form name+12345678+base64"
        case .unknownType(let type): "cannot use a key of type \(type), only Ed25519 (1)"
        case .otherID(let id): "cannot take the key, its name or bytes were altered (they belong to \(id))"
        }
    }
}
